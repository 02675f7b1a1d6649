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
