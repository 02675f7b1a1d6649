package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.local.Client.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who talks over the HTTP API, waits, and clicks.
 *
 * @param lookEvery how often they look whether something has happened
 */
record Person(Client api, Duration lookEvery) {

    Person(Client api) {
        this(api, Duration.ofMillis(50));
    }

    /** Says something in a conversation of its own; returns its id. */
    String begin(String sentence) {
        return beginAs("demo", sentence);
    }

    /** As {@link #begin}, somebody else. */
    String beginAs(String user, String sentence) {
        String body = "{\"user\":\"%s\"}".formatted(user);
        String id = api.post("/api/conversations", body).body().path("id").asString();
        say(id, sentence);
        return id;
    }

    void say(String conversation, String text) {
        var answer =
                api.post(
                        "/api/conversations/" + conversation + "/messages",
                        Json.MAPPER.writeValueAsString(Map.of("text", text)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    private JsonNode look(String conversation) {
        return api.get("/api/conversations/" + conversation).body();
    }

    private JsonNode awaitConversation(String id, Predicate<JsonNode> wanted) {
        return await().atMost(90, TimeUnit.SECONDS)
                .pollInterval(lookEvery)
                .until(() -> look(id), wanted);
    }

    /** Waits until something was answered or asked and the conversation stands so. */
    JsonNode awaitStatus(String conversation, String status) {
        return awaitConversation(
                conversation,
                told ->
                        told.path("status").asString().equals(status)
                                && told.path("messages").size() > 1);
    }

    /** The one card that is open, as soon as it is. */
    JsonNode awaitCard(String conversation) {
        return awaitConversation(conversation, told -> told.path("consents").size() == 1)
                .path("consents")
                .path(0);
    }

    /** The one card that is open and is not this one, as soon as it is. */
    JsonNode awaitCardAfter(String conversation, JsonNode before) {
        return awaitConversation(
                        conversation,
                        told ->
                                told.path("consents").size() == 1
                                        && !told.path("consents")
                                                .path(0)
                                                .path("id")
                                                .equals(before.path("id")))
                .path("consents")
                .path(0);
    }

    /** Id of its first plan. */
    String planOf(String conversation) {
        JsonNode plan = look(conversation).path("plans").path(0);
        return plan.isString() ? plan.asString() : plan.path("id").asString();
    }

    /** Waits until a step of its first plan is so; returns the plan's id. */
    String awaitStep(String conversation, String step, String state) {
        String planId = planOf(conversation);
        await().atMost(60, TimeUnit.SECONDS)
                .until(
                        () ->
                                Steps.state(api.get("/api/plans/" + planId).body(), step)
                                        .equals(state));
        return planId;
    }

    Answer grant(String conversation, JsonNode card) {
        return answer(conversation, card, "grant");
    }

    Answer answer(String conversation, JsonNode card, String decision) {
        return api.post(
                "/api/conversations/%s/consents/%s"
                        .formatted(conversation, card.path("id").asString()),
                Json.MAPPER.writeValueAsString(
                        Map.of("decision", decision, "hash", card.path("hash").asString())));
    }

    /** What was answered last, empty for nothing. */
    static String lastAnswer(JsonNode told) {
        String last = "";
        for (JsonNode message : told.path("messages")) {
            if (message.path("role").asString().equals("assistant")) {
                last = message.path("text").asString();
            }
        }
        return last;
    }
}
