package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import errand.local.log.Settled;
import errand.schemas.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans written by hand, end to end, on everything real. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class PlansIT implements Settled {

    private final Running running;
    private final Cli cli;
    private final Client api;
    private final Client fliggy;
    private final Plans plans;

    PlansIT(Running running) {
        this.running = running;
        this.cli = running.cli();
        this.api = running.api();
        this.fliggy = running.fliggy();
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

    @Test
    void four_steps_run_side_by_side_and_one_after_the_other() throws Exception {
        JsonNode plan = api.awaitPlan(plans.submit(Plans.example("noop.json")), "done", "failed");

        assertThat(plan.path("state").asString()).isEqualTo("done");
        assertThat(Plans.states(plan))
                .containsExactly(
                        entry("a", "done"),
                        entry("b", "done"),
                        entry("c", "done"),
                        entry("d", "done"));
        assertThat(Steps.step(plan, "d").path("output").path("value").asString()).isEqualTo("ab");
        replays(plan);
    }

    @Test
    void a_trip_is_quoted_asked_held_authorised_booked_and_paid_once() throws Exception {
        long capturedBefore = ledger().path("captured").asLong();
        String planId = plans.submit(Plans.trip(20));

        JsonNode asked = api.awaitPlan(planId, "awaiting-consent", "failed");
        assertThat(Steps.step(asked, "hOut").path("state").asString()).isEqualTo("waiting");
        long total = asked.path("consents").path(0).path("total").path("amount").asLong();
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        JsonNode done = api.awaitPlan(planId, "done", "failed");

        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(Plans.states(done))
                .allSatisfy((id, state) -> assertThat(state).isEqualTo("done"));
        assertThat(done.path("spent").path("amount").asLong()).isEqualTo(total);
        assertThat(ledger().path("captured").asLong() - capturedBefore).isEqualTo(total);
        ledgerIsClean();
        replays(done);
    }

    @Test
    void a_refusal_books_nothing() throws Exception {
        String planId = plans.submit(Plans.trip(22));
        JsonNode asked = api.awaitPlan(planId, "awaiting-consent");

        api.answerCard(asked, "refuse");

        JsonNode ended = api.awaitPlan(planId, "cancelled", "done", "failed");
        assertThat(ended.path("state").asString()).isEqualTo("cancelled");
        assertThat(Plans.states(ended))
                .containsEntry("hOut", "skipped")
                .containsEntry("pay", "skipped");
        ledgerIsClean();
        replays(ended);
    }

    @Test
    void over_budget_fails_before_anybody_is_asked_and_says_by_how_much() throws Exception {
        ObjectNode trip = Plans.trip(24);
        ((ObjectNode) trip.path("budget")).put("amount", 800_000);

        JsonNode ended = api.awaitPlan(plans.submit(trip), "failed", "awaiting-consent");

        assertThat(ended.path("state").asString()).isEqualTo("failed");
        assertThat(ended.path("consents")).isEmpty();
        assertThat(ended.path("reason").toString()).contains("BUDGET_EXCEEDED");
        ledgerIsClean();
    }

    @Test
    void a_hotel_that_is_gone_after_the_trains_were_held_gives_the_trains_back() throws Exception {
        String planId = plans.submit(Plans.trip(26));
        JsonNode asked = api.awaitPlan(planId, "awaiting-consent");
        String offer = Steps.step(asked, "qHotel").path("input").path("offerId").asString();
        assertThat(fliggy.patch("/sandbox/items/" + offer, "{\"stock\":0}").status())
                .isEqualTo(200);

        api.answerCard(asked, "grant");
        JsonNode ended = api.awaitPlan(planId, "failed", "done");

        assertThat(Plans.states(ended))
                .containsEntry("hHotel", "failed")
                .containsEntry("hOut", "undone")
                .containsEntry("hBack", "undone")
                .containsEntry("pay", "skipped");
        assertThat(ended.path("reason").toString()).contains("SOLD_OUT");
        ledgerIsClean();
        replays(ended);
    }

    @Test
    void cancel_ends_a_plan_that_works_on_something_slow() throws Exception {
        String planId =
                plans.submit(
                        Json.MAPPER.readTree(
                                """
                                {"goal": "slow", "steps": [
                                  {"id": "h", "capability": "bench.noop.hold", "input": {}},
                                  {"id": "s", "capability": "bench.sleep.read",
                                   "input": {"ms": 20000}, "needs": ["h"]}]}"""));
        JsonNode running = awaitStep(planId, "s", "dispatched");

        var answer =
                api.post(
                        "/api/conversations/%s/cancel"
                                .formatted(running.path("conversationId").asString()),
                        "{}");

        assertThat(answer.status()).isEqualTo(202);
        JsonNode ended = api.awaitPlan(planId, "cancelled", "failed", "done");
        assertThat(ended.path("state").asString()).isEqualTo("cancelled");
        assertThat(Plans.states(ended)).containsEntry("h", "undone");
        replays(ended);
    }

    @Test
    void a_bad_plan_is_refused_with_every_fault_by_name() {
        var answer =
                api.post(
                        "/api/plans",
                        """
                        {"goal": "bad", "steps": [
                          {"id": "a", "capability": "bench.noop.read", "input": {"value": "${$out.b.value}"}},
                          {"id": "b", "capability": "bench.noop.read", "input": {"value": "${$out.a.value}"}},
                          {"id": "c", "capability": "fliggy.ship.book", "input": {}},
                          {"id": "d", "capability": "fliggy.train.search", "input": {"from": 3}},
                          {"id": "e", "capability": "bench.noop.read", "input": {"value": "${$out.zzz.value}"}},
                          {"id": "f", "capability": "bench.noop.read", "input": {"value": "${$random()}"}}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("code"))
                .contains("CYCLE", "CAPABILITY_UNKNOWN", "INPUT_INVALID", "EXPRESSION_REFUSED");
        assertThat(answer.body().path("errors").toString()).contains("zzz");
    }

    @Test
    void a_dry_run_sends_nothing() throws Exception {
        long before = endOfTasks();

        var answer = api.post("/api/plans?dryRun=true", Plans.trip(28).toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("asks")).isNotEmpty();
        assertThat(endOfTasks()).isEqualTo(before);
    }

    @Test
    void a_stream_that_was_left_goes_on_without_gap_or_repetition() throws Exception {
        String planId = plans.submit(Plans.example("noop.json"));
        JsonNode plan = api.awaitPlan(planId, "done");
        String conversation = plan.path("conversationId").asString();

        List<String> all = ids(conversation, "");
        List<String> rest = ids(conversation, all.get(3));

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(8);
        assertThat(rest).isEqualTo(all.subList(4, all.size()));
    }

    /** Ids of a stream up to the end of the turn. */
    private List<String> ids(String conversation, String after) throws Exception {
        List<String> ids = new ArrayList<>();
        try (var lines = api.stream(conversation, after)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    ids.add(line.substring(3).strip());
                } else if (line.startsWith("data:") && line.contains("\"status\":\"idle\"")) {
                    return ids;
                }
            }
        }
        throw new AssertionError("The stream ended before the turn did: " + ids);
    }

    private JsonNode awaitStep(String planId, String stepId, String state) {
        return org.awaitility.Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> api.get("/api/plans/" + planId).body(),
                        plan -> state.equals(Plans.states(plan).get(stepId)));
    }

    private JsonNode ledger() {
        return running.alipay().get("/sandbox/ledger").body();
    }

    private void ledgerIsClean() {
        assertThat(ledger().path("sum").asLong()).isZero();
        assertThat(ledger().path("open_authorisations").asLong()).isZero();
        assertThat(ledger().path("held").asLong()).isZero();
    }

    private void replays(JsonNode plan) throws Exception {
        var replay = cli.run("replay", plan.path("conversationId").asString());
        assertThat(replay.exit()).as(replay.toString()).isZero();
        assertThat(replay.out()).contains("Same: the events, byte for byte");
    }

    private long endOfTasks() throws Exception {
        var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", deployment.address(Services.BROKER)))) {
            String topic = Topics.taskRequests("fliggy");
            Map<TopicPartition, OffsetSpec> all = new LinkedHashMap<>();
            admin
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(described -> described.partitions().stream())
                    .forEach(
                            partition ->
                                    all.put(
                                            new TopicPartition(topic, partition.partition()),
                                            OffsetSpec.latest()));
            return admin.listOffsets(all).all().get(20, TimeUnit.SECONDS).values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
