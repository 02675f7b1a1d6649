package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Client.Answer;
import errand.local.log.Settled;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a person allows beforehand stands in for them, on everything real. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class MandatesIT implements Settled {

    private static final String LATTES = "帮我点两杯拿铁送到西溪园区";

    private final Running running;
    private final Client api;
    private final Person person;

    MandatesIT(Running running) {
        this.running = running;
        this.api = running.api();
        this.person = new Person(api);
    }

    @Override
    public Addresses addresses() {
        return running.addresses();
    }

    @Override
    public int conversationsAtLeast() {
        return 3;
    }

    @Test
    void it_pays_without_asking_until_it_is_used_up_and_then_the_person_is_asked()
            throws Exception {
        JsonNode mandate = opened("mandy", total("mandy"));
        String id = mandate.path("mandateId").asString();
        assertThat(mandate.path("remaining")).isEqualTo(mandate.path("total"));

        String first = person.beginAs("mandy", LATTES);
        JsonNode told = person.awaitStatus(first, "idle");
        JsonNode plan = api.get("/api/plans/" + person.planOf(first)).body();
        assertThat(plan.path("state").asString()).isEqualTo("done");
        assertThat(plan.path("consents").path(0).path("state").asString()).isEqualTo("granted");
        assertThat(told.path("consents")).isEmpty();
        long paid = plan.path("spent").path("amount").asLong();
        assertThat(paid).isPositive();
        JsonNode left = api.get("/api/mandates/" + id).body();
        assertThat(left.path("remaining").path("amount").asLong())
                .isEqualTo(mandate.path("total").path("amount").asLong() - paid);

        String second = person.beginAs("mandy", LATTES);
        JsonNode card = person.awaitCard(second);
        JsonNode waiting = api.get("/api/plans/" + person.planOf(second)).body();
        assertThat(Steps.step(waiting, "_mandate1").path("failure").path("code").asString())
                .isEqualTo("MANDATE_EXHAUSTED");
        assertThat(person.answer(second, card, "refuse").status()).isEqualTo(200);
        person.awaitStatus(second, "idle");

        assertThat(api.delete("/api/mandates/" + id).body().path("state").asString())
                .isEqualTo("closed");
        assertThat(api.get("/api/mandates?user=mandy&state=open").body().path("items")).isEmpty();
    }

    @Test
    void one_that_allows_nothing_is_refused_and_says_why() {
        Answer wrong = api.post("/api/mandates", body("milo", 0));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("code").asString())
                .isEqualTo("MANDATE_INVALID");
        Answer unknown = api.post("/api/mandates", "{\"forever\":true}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().toString()).contains("forever", "payees");
        assertThat(api.delete("/api/mandates/md_none").status()).isEqualTo(404);
    }

    @Test
    void no_plan_of_a_caller_may_use_the_keeper() {
        Answer answer =
                api.post(
                        "/api/plans",
                        """
                        {"goal":"x","steps":[{"id":"a","capability":"alipay.mandate.reserve",
                        "input":{"lines":[],"replaces":[]}}]}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("NOT_FOR_PLANS");
    }

    /** What two lattes cost and half as much again: enough for one order, not for two. */
    private long total(String user) throws Exception {
        String conversation = person.beginAs(user, LATTES);
        JsonNode card = person.awaitCard(conversation);
        person.answer(conversation, card, "refuse");
        person.awaitStatus(conversation, "idle");
        return card.path("total").path("amount").asLong() * 3 / 2;
    }

    private JsonNode opened(String user, long total) {
        Answer answer = api.post("/api/mandates", body(user, total));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private static String body(String user, long total) {
        return """
               {"user":"%s","payees":["*"],"capabilities":["flash.*"],
                "total":{"amount":%d,"currency":"CNY"},"until":"%s"}"""
                .formatted(user, total, Instant.now().plus(Duration.ofDays(400)));
    }
}
