package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands in plans that come with the product, and looks at what became of them. */
record Plans(Client api) {

    /** Hands it in; returns its id. */
    String submit(JsonNode plan) {
        var answer = api.post("/api/plans", plan.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("planId").asString();
    }

    static JsonNode example(String name) {
        try (InputStream file =
                Objects.requireNonNull(
                        Plans.class.getResourceAsStream("/examples/" + name), name)) {
            return Json.MAPPER.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of examples/scenarios as it comes with the product, for the day after tomorrow. */
    static ObjectNode scenario(String name) {
        ObjectNode plan = (ObjectNode) example("scenarios/" + name + ".json");
        ObjectNode in = (ObjectNode) plan.path("in");
        if (in.has("date")) {
            in.put("date", today().plusDays(2).toString());
        }
        return plan;
    }

    /** Hands in what asks nobody, and waits until it is done. */
    JsonNode done(ObjectNode plan) {
        return ended(submit(plan), "done");
    }

    /** Hands it in, and waits until the person is asked. */
    JsonNode asked(ObjectNode plan) {
        return ended(submit(plan), "awaiting-consent");
    }

    /** Hands it in and agrees to its one card; exactly what that shows is spent. */
    JsonNode agreedTo(ObjectNode plan) {
        JsonNode asked = asked(plan);
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        JsonNode ended = api.awaitPlan(asked.path("id").asString(), "done", "failed", "partial");
        assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("done");
        assertThat(ended.path("spent").path("amount").asLong())
                .isEqualTo(asked.path("consents").path(0).path("total").path("amount").asLong());
        return ended;
    }

    private JsonNode ended(String planId, String state) {
        JsonNode plan = api.awaitPlan(planId, "done", "failed", "awaiting-consent");
        assertThat(plan.path("state").asString()).as(plan.toPrettyString()).isEqualTo(state);
        return plan;
    }

    /** The example trip, so many days from today. */
    static ObjectNode trip(int days) {
        ObjectNode trip = (ObjectNode) example("trip.json");
        LocalDate start = today().plusDays(days);
        ((ObjectNode) trip.path("in"))
                .put("start", start.toString())
                .put("end", start.plusDays(1).toString());
        return trip;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** By step, in the order of the plan. */
    static Map<String, String> states(JsonNode plan) {
        Map<String, String> states = new LinkedHashMap<>();
        for (JsonNode step : plan.path("steps")) {
            states.put(step.path("id").asString(), step.path("state").asString());
        }
        return states;
    }
}
