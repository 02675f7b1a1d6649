package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Client.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An operator says how far a capability is trusted, on everything real. */
@Tag("integration")
@ExtendWith(OnInstallation.class)
class MaturityIT {

    private static final String PATH = "/api/agents/amap/capabilities/weather.forecast/maturity";
    private static final String SENTENCE = "杭州明天天气怎么样";

    private final Client api;
    private final Person person;

    MaturityIT(Running running) {
        this.api = running.api();
        this.person = new Person(api);
    }

    @Test
    void what_is_quarantined_is_not_planned_and_the_person_is_told() {
        try {
            Answer set = api.put(PATH, "{\"maturity\":\"quarantined\"}");
            assertThat(set.status()).as(set.toString()).isEqualTo(200);
            assertThat(shown().path("maturity").asString()).isEqualTo("quarantined");
            assertThat(shown().path("announcedMaturity").asString()).isEqualTo("auto");
            String conversation = person.begin(SENTENCE);
            JsonNode told = person.awaitStatus(conversation, "idle");
            assertThat(told.path("plans")).isEmpty();
            assertThat(Person.lastAnswer(told)).contains("amap.weather.forecast");
            Answer own =
                    api.post(
                            "/api/plans",
                            """
                            {"goal":"x","steps":[{"id":"a","capability":"amap.weather.forecast",
                            "input":{"city":"杭州"}}]}""");
            assertThat(own.status()).isEqualTo(422);
            assertThat(own.body().toString()).contains("QUARANTINED");
        } finally {
            assertThat(api.put(PATH, "{\"maturity\":null}").status()).isEqualTo(200);
        }
        assertThat(shown().path("maturity").asString()).isEqualTo("auto");
        person.awaitStatus(person.begin(SENTENCE), "idle");
    }

    @Test
    void what_is_no_maturity_or_no_capability_is_refused() {
        Answer wrong = api.put(PATH, "{\"maturity\":\"often\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().toString()).contains("quarantined");
        String nobody = "/api/agents/amap/capabilities/tea.leaves/maturity";
        assertThat(api.put(nobody, "{\"maturity\":\"auto\"}").status()).isEqualTo(404);
    }

    private JsonNode shown() {
        for (JsonNode agent : api.get("/api/agents").body().path("agents")) {
            for (JsonNode capability : agent.path("capabilities")) {
                if (capability.path("name").asString().equals("amap.weather.forecast")) {
                    return capability;
                }
            }
        }
        throw new AssertionError("amap.weather.forecast is not there");
    }
}
