package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import errand.local.log.Settled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Buying that does not go straight: the plans of examples/scenarios, without a planner. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class TroublePlansIT implements Settled {

    private static final String NEXT_BEST = "s11-buy-or-next-best";

    private final Running running;
    private final Client api;
    private final Plans plans;

    TroublePlansIT(Running running) {
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
        return 6;
    }

    /** For one of a kind, so that what becomes of it here touches no other test. */
    private static ObjectNode buying(String text) {
        ObjectNode plan = Plans.scenario(NEXT_BEST);
        ((ObjectNode) plan.path("in")).put("text", text).put("maxPrice", 3_000);
        return plan;
    }

    private void set(String skuId, String what) {
        assertThat(running.taobao().patch("/sandbox/items/" + skuId, what).status()).isEqualTo(200);
    }

    private JsonNode ledger() {
        return running.alipay().get("/sandbox/ledger").body();
    }

    private long captured() {
        return ledger().path("captured").asLong();
    }

    private static String chosen(JsonNode plan, String step) {
        return Steps.step(plan, step).at("/input/lines/0/skuId").asString();
    }

    private static long total(JsonNode plan) {
        return plan.at("/consents/0/total/amount").asLong();
    }

    private JsonNode again(JsonNode asked) {
        String id = asked.path("id").asString();
        String first = asked.at("/consents/0/id").asString();
        for (int i = 0; i < 600; i++) {
            JsonNode plan = api.awaitPlan(id, "awaiting-consent", "running", "failed", "done");
            for (JsonNode card : plan.path("consents")) {
                if (card.path("state").asString().equals("open")
                        && !card.path("id").asString().equals(first)) {
                    assertThat(card.path("replaces").asString()).isEqualTo(first);
                    return plan;
                }
            }
            assertThat(plan.path("state").asString()).isIn("awaiting-consent", "running");
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nobody was asked again about " + id);
    }

    private static JsonNode open(JsonNode plan) {
        return plan.path("consents")
                .valueStream()
                .filter(card -> card.path("state").asString().equals("open"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void s6_black_is_out_of_stock_and_the_other_colours_are_quoted() {
        JsonNode found = plans.done(Plans.scenario("s06-second-in-black"));
        String black = Steps.output(found, "black").path("skuId").asString();
        set(black, "{\"stock\":0}");
        ObjectNode wanted = Plans.scenario("s06-in-black-sold-out");
        ((ObjectNode) wanted.path("in"))
                .put("skuId", Steps.output(found, "second").path("skuId").asString());

        JsonNode plan = api.awaitPlan(plans.submit(wanted), "partial", "done", "failed");

        assertThat(Steps.step(plan, "black").path("failure").path("code").asString())
                .as(plan.toPrettyString())
                .isEqualTo("SOLD_OUT");
        assertThat(Steps.output(plan, "others"))
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(one.path("quote").path("title").asString())
                                        .doesNotContain("黑色"));
    }

    @Test
    void s9_a_yes_said_twice_at_once_orders_and_pays_once() {
        long before = captured();
        JsonNode asked = plans.asked(Plans.scenario("s08-lattes"));

        List<Client.Answer> answers =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> api.answerCard(asked, "grant")))
                        .limit(2)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
        assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
        JsonNode done = api.awaitPlan(asked.path("id").asString(), "done", "failed", "partial");
        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        assertThat(captured() - before).isEqualTo(total(asked));
    }

    @Test
    void s11_what_is_sold_out_at_the_order_is_replaced_after_another_yes() {
        long before = captured();
        JsonNode asked = plans.asked(buying("保温杯"));
        set(chosen(asked, "quote"), "{\"stock\":0}");
        api.answerCard(asked, "grant");

        JsonNode again = again(asked);

        assertThat(chosen(again, "quote_r2")).isNotEqualTo(chosen(asked, "quote"));
        assertThat(captured()).isEqualTo(before);
        api.answerCard(again, "grant");
        JsonNode done = api.awaitPlan(asked.path("id").asString(), "done", "failed", "partial");
        assertThat(Plans.states(done))
                .contains(
                        entry("auth", "undone"),
                        entry("order_r2", "done"),
                        entry("pay_r2", "done"));
        assertThat(captured() - before)
                .isEqualTo(open(again).path("total").path("amount").asLong());
    }

    @Test
    void s11_whoever_does_not_want_another_one_pays_nothing() {
        long before = captured();
        JsonNode asked = plans.asked(buying("雨伞"));
        set(chosen(asked, "quote"), "{\"stock\":0}");
        api.answerCard(asked, "grant");

        api.answerCard(again(asked), "refuse");

        api.awaitPlan(asked.path("id").asString(), "cancelled", "failed");
        assertThat(captured()).isEqualTo(before);
        assertThat(ledger().path("open_authorisations").asLong()).isZero();
    }

    @Test
    void s12_a_camera_beyond_the_balance_is_not_bought_until_it_is_paid_another_way() {
        long before = captured();
        JsonNode asked = plans.asked(Plans.scenario("s12-camera"));
        running.alipay().patch("/sandbox/wallets/demo", "{\"balance\":320000}");
        try {
            api.answerCard(asked, "grant");

            JsonNode ended = api.awaitPlan(asked.path("id").asString(), "failed", "done");

            JsonNode failure = Steps.step(ended, "auth").path("failure");
            assertThat(failure.path("code").asString()).isEqualTo("BALANCE_TOO_LOW");
            assertThat(failure.at("/details/otherMethods").valueStream())
                    .extracting(method -> method.path("method").asString())
                    .contains("BANK_CARD");
            assertThat(Plans.states(ended)).contains(entry("order", "undone"));
            assertThat(captured()).isEqualTo(before);

            ObjectNode otherwise = Plans.scenario("s12-camera");
            ((ObjectNode) otherwise.path("in")).put("method", "BANK_CARD");
            assertThat(Steps.output(plans.agreedTo(otherwise), "pay").path("method").asString())
                    .isEqualTo("BANK_CARD");
        } finally {
            running.alipay().patch("/sandbox/wallets/demo", "{\"balance\":6000000}");
        }
    }

    @Test
    void s13_a_price_that_rises_after_the_yes_is_asked_about_again() {
        long before = captured();
        ObjectNode plan = Plans.scenario("s12-camera");
        JsonNode asked = plans.asked(plan);
        set(chosen(asked, "quote"), "{\"price\":599900}");
        api.answerCard(asked, "grant");

        JsonNode again = again(asked);

        assertThat(open(again).path("total").path("amount").asLong()).isGreaterThan(total(asked));
        assertThat(captured()).isEqualTo(before);
        api.answerCard(again, "refuse");
        api.awaitPlan(asked.path("id").asString(), "cancelled", "failed");
        assertThat(captured()).isEqualTo(before);
    }

    @Test
    void s19_forgotten_half_way_the_reservation_is_given_back() {
        Map<String, Object> slow =
                Map.of("capability", "payment.authorise", "kind", "delay", "ms", 4_000);
        try (Client sandbox = running.agent("alipay")) {
            assertThat(
                            sandbox.post("/sandbox/faults", Json.MAPPER.writeValueAsString(slow))
                                    .status())
                    .isEqualTo(201);
        }
        long before = captured();
        JsonNode asked = plans.asked(Plans.scenario("s08-lattes"));
        String id = asked.path("id").asString();
        api.answerCard(asked, "grant");
        for (int i = 0; i < 200; i++) {
            JsonNode plan = api.get("/api/plans/" + id).body();
            if (Steps.state(plan, "reserve").equals("done")) {
                break;
            }
            LockSupport.parkNanos(50_000_000);
        }

        String cancel =
                "/api/conversations/%s/cancel".formatted(asked.path("conversationId").asString());
        assertThat(api.post(cancel, "{}").status()).isBetween(200, 202);

        JsonNode ended = api.awaitPlan(id, "cancelled", "done", "failed");
        assertThat(ended.path("state").asString())
                .as(ended.toPrettyString())
                .isEqualTo("cancelled");
        assertThat(Plans.states(ended))
                .contains(
                        entry("reserve", "undone"),
                        entry("order", "skipped"),
                        entry("pay", "skipped"));
        assertThat(captured()).isEqualTo(before);
    }
}
