package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import errand.local.log.Settled;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What goes wrong because somebody asked a sandbox for it, on everything real. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class FaultsIT implements Settled {

    private final Running running;
    private final Client api;
    private final Plans plans;

    FaultsIT(Running running) {
        this.running = running;
        this.api = running.api();
        this.plans = new Plans(api);
    }

    @Override
    public Addresses addresses() {
        return running.addresses();
    }

    @Override
    public int conversationsAtLeast() {
        return 4;
    }

    @AfterEach
    void nothing_waits_to_go_wrong() {
        for (String agent : new String[] {"fliggy", "alipay"}) {
            try (Client sandbox = running.agent(agent)) {
                sandbox.delete("/sandbox/faults");
            }
        }
    }

    private void wrong(String agent, Map<String, ?> fault) {
        try (Client sandbox = running.agent(agent)) {
            var answer = sandbox.post("/sandbox/faults", Json.MAPPER.writeValueAsString(fault));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
    }

    private JsonNode agreedTo(String planId) {
        JsonNode asked = api.awaitPlan(planId, "awaiting-consent", "failed");
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        return api.awaitPlan(planId, "done", "failed", "partial");
    }

    private JsonNode ledger() {
        return running.alipay().get("/sandbox/ledger").body();
    }

    @Test
    void a_payment_whose_answer_gets_lost_is_taken_once_and_the_plan_is_done() {
        long before = ledger().path("captured").asLong();
        wrong("alipay", Map.of("capability", "payment.capture", "kind", "lose-reply", "times", 2));
        String planId = plans.submit(Plans.trip(40));

        JsonNode done = agreedTo(planId);

        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        assertThat(ledger().path("captured").asLong() - before)
                .isEqualTo(done.path("spent").path("amount").asLong());
        assertThat(ledger().path("sum").asLong()).isZero();
        try (Client sandbox = running.agent("alipay")) {
            assertThat(sandbox.get("/sandbox/faults").body().path("faults")).isEmpty();
        }
    }

    @Test
    void a_hold_that_fails_twice_is_tried_until_it_works() {
        wrong("fliggy", Map.of("capability", "fliggy.hotel.hold", "kind", "fail", "times", 2));
        String planId = plans.submit(Plans.trip(42));

        JsonNode done = agreedTo(planId);

        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        assertThat(Steps.step(done, "hHotel").path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void a_hold_that_is_refused_gives_back_what_was_held() {
        wrong("fliggy", Map.of("capability", "hotel.hold", "kind", "refuse", "code", "SOLD_OUT"));
        String planId = plans.submit(Plans.trip(44));

        JsonNode ended = agreedTo(planId);

        assertThat(Plans.states(ended))
                .contains(
                        entry("hOut", "undone"), entry("hBack", "undone"), entry("pay", "skipped"));
        assertThat(ledger().path("held").asLong()).isZero();
    }

    @Test
    void garbage_is_a_dead_letter_and_its_step_fails() {
        wrong("fliggy", Map.of("capability", "hotel.search", "kind", "garbage"));
        String planId = plans.submit(Plans.trip(46));

        JsonNode ended = api.awaitPlan(planId, "failed", "awaiting-consent");

        assertThat(ended.path("state").asString()).isEqualTo("failed");
        assertThat(ended.path("reason").toString()).contains("OUTPUT_INVALID");
    }

    @Test
    void a_slow_capability_holds_up_no_other() {
        wrong("fliggy", Map.of("capability", "hotel.search", "kind", "delay", "ms", 4000));
        long began = System.nanoTime();
        String slow = plans.submit(Plans.trip(48));
        JsonNode other =
                Json.MAPPER.readTree(
                        """
                        {"goal": "trains", "steps": [{"id": "t", "capability": "fliggy.train.search",
                          "input": {"from": "北京", "to": "杭州", "date": "%s", "people": 1}}]}"""
                                .formatted(Plans.today().plusDays(48)));

        assertThat(api.awaitPlan(plans.submit(other), "done", "failed").path("state").asString())
                .isEqualTo("done");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        JsonNode asked = api.awaitPlan(slow, "awaiting-consent", "failed");
        api.answerCard(asked, "refuse");
        api.awaitPlan(slow, "cancelled");
    }

    @Test
    void what_cannot_go_wrong_is_said_with_what_can() {
        try (Client sandbox = running.agent("fliggy")) {
            assertThat(said(sandbox, "{\"capability\":\"boat.search\",\"kind\":\"fail\"}"))
                    .startsWith(
                            "Agent 'fliggy' has no capability 'boat.search'. It has: train.search");
            assertThat(said(sandbox, "{\"capability\":\"train.search\",\"kind\":\"explode\"}"))
                    .isEqualTo(
                            "kind 'explode' is not one of delay, fail, refuse, garbage, lose-reply.");
            assertThat(said(sandbox, "{\"capability\":\"train.search\",\"kind\":\"delay\"}"))
                    .isEqualTo(
                            "ms is 0; a delay takes 1 to 60000 ms, and no other kind takes any.");
        }
    }

    private static String said(Client sandbox, String fault) {
        var answer = sandbox.post("/sandbox/faults", fault);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("detail").asString(answer.body().path("message").asString(""));
    }
}
