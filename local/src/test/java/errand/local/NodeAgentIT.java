package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import errand.embedded.PostgresServer;
import errand.events.TaskSucceeded;
import errand.local.log.Replied;
import errand.local.log.Replied.Reply;
import errand.local.log.Settled.Addresses;
import errand.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The agent in Node of docs/guides/agent-in-any-language.md takes part in plans as any other. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class NodeAgentIT {

    private static final int PLANS = 8;

    private final Client api;
    private final Addresses where;
    private Optional<String> lacking = Optional.empty();
    private Optional<NodeAgent> agent = Optional.empty();

    NodeAgentIT(Running running) {
        api = running.api();
        where = running.addresses();
    }

    @BeforeAll
    void start() throws Exception {
        lacking = NodeAgent.lacking();
        if (lacking.isEmpty()) {
            agent = Optional.of(NodeAgent.start(where));
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    api.get("/api/agents")
                                            .body()
                                            .toString()
                                            .contains("press.card.order"));
        }
    }

    @BeforeEach
    void skipWithTheReason() {
        assumeTrue(lacking.isEmpty(), "the agent in Node: " + lacking.orElse(""));
    }

    @AfterAll
    void stop() {
        agent.ifPresent(NodeAgent::close);
    }

    @Test
    void its_orders_are_agreed_to_done_once_and_told_to_the_conversation_that_asked()
            throws Exception {
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            conversations.add(ordered().path("conversationId").asString());
        }

        List<Reply> replies = Replied.by("press", where.broker(), where.registry());
        assertThat(replies).hasSizeGreaterThanOrEqualTo(2 * PLANS);
        assertThat(replies)
                .allSatisfy(
                        reply ->
                                assertThat(reply.at().partition())
                                        .isEqualTo(partition(reply.at().key())));
        assertThat(replies).extracting(reply -> reply.at().key()).containsAll(conversations);
        assertThat(replies.stream().map(reply -> reply.at().partition()).distinct().count())
                .as("several partitions are used, else the test says nothing")
                .isGreaterThan(1);
        assertThat(replies).allSatisfy(NodeAgentIT::tellsWhatCausedIt);
    }

    /** As after a crash before the offset was committed: all tasks that there were come again. */
    @Test
    void a_task_that_comes_again_is_answered_again_and_not_done_twice() throws Exception {
        ordered();
        List<Reply> before = orders(Replied.by("press", where.broker(), where.registry()));
        int orders = ordersInDatabase();

        agent.orElseThrow().stop();
        fromTheBeginning("agent-press", Topics.taskRequests("press"));
        agent.orElseThrow().startAgain();

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                orders(Replied.by("press", where.broker(), where.registry())).size()
                                        >= 2 * before.size());
        List<Reply> after = orders(Replied.by("press", where.broker(), where.registry()));
        Map<String, List<Object>> byTask = new LinkedHashMap<>();
        after.forEach(
                reply ->
                        byTask.computeIfAbsent(reply.taskId(), _ -> new ArrayList<>())
                                .add(reply.record()));
        assertThat(byTask.values())
                .allSatisfy(
                        same ->
                                assertThat(same)
                                        .hasSizeGreaterThan(1)
                                        .containsOnly(same.getFirst()));
        assertThat(ordersInDatabase()).isEqualTo(orders);
    }

    @Test
    void what_it_ordered_is_cancelled_when_a_later_step_fails() {
        JsonNode asked =
                api.awaitPlan(
                        submit(
                                """
                                {"goal": "cards, then nothing", "steps": [
                                  {"id": "price", "capability": "press.card.quote", "input": {"name": "林", "copies": 100}},
                                  {"id": "ok", "capability": "person.consent.ask", "input": {"quotes": "${[$out.price.quote]}"}},
                                  {"id": "order", "capability": "press.card.order", "needs": ["ok"],
                                   "input": {"quoteId": "${$out.price.quote.quoteId}"}},
                                  {"id": "no", "capability": "bench.fail.read", "needs": ["order"], "input": {}}]}
                                """),
                        "awaiting-consent",
                        "failed");
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);

        JsonNode ended = api.awaitPlan(asked.path("id").asString(), "failed", "done", "partial");

        assertThat(Steps.state(ended, "order")).as(ended.toPrettyString()).isEqualTo("undone");
    }

    @Test
    void an_agent_that_stops_in_good_order_says_so() throws Exception {
        agent.orElseThrow().stop();
        await().atMost(Duration.ofSeconds(20)).until(() -> health().equals("left"));

        agent.orElseThrow().startAgain();
        await().atMost(Duration.ofSeconds(20)).until(() -> health().equals("up"));
    }

    private String health() {
        for (JsonNode one : api.get("/api/agents").body().path("agents")) {
            if (one.path("name").asString("").equals("press")) {
                return one.path("health").asString(one.toString());
            }
        }
        return "absent";
    }

    /** A plan of its own conversation with an order, agreed to and done. */
    private JsonNode ordered() {
        JsonNode asked =
                api.awaitPlan(
                        submit(
                                """
                                {"goal": "cards", "steps": [
                                  {"id": "price", "capability": "press.card.quote", "input": {"name": "王小明", "copies": 250}},
                                  {"id": "ok", "capability": "person.consent.ask", "input": {"quotes": "${[$out.price.quote]}"}},
                                  {"id": "order", "capability": "press.card.order", "needs": ["ok"],
                                   "input": {"quoteId": "${$out.price.quote.quoteId}"}}]}
                                """),
                        "awaiting-consent",
                        "failed");
        assertThat(asked.at("/consents/0/total/amount").asLong()).isEqualTo(3 * 3_900);
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        JsonNode done = api.awaitPlan(asked.path("id").asString(), "done", "failed", "partial");
        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        return done;
    }

    private String submit(String plan) {
        var answer = api.post("/api/plans", plan);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("planId").asString();
    }

    /** As every Kafka client in Java partitions by key. */
    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 4;
    }

    private static void tellsWhatCausedIt(Reply reply) {
        assertThat(header(reply, "errand-event-id"))
                .isEqualTo(String.valueOf(reply.record().get(0)));
        assertThat(header(reply, "errand-caused-by")).isNotBlank();
        assertThat(header(reply, "traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    private static String header(Reply reply, String name) {
        var header = reply.at().headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static List<Reply> orders(List<Reply> replies) {
        return replies.stream()
                .filter(
                        reply ->
                                reply.record() instanceof TaskSucceeded done
                                        && done.getOutput().contains("orderId"))
                .toList();
    }

    private int ordersInDatabase() throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://" + where.postgres() + "/postgres",
                                PostgresServer.USER,
                                PostgresServer.USER);
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from press.card_order")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void fromTheBeginning(String group, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", where.broker()))) {
            Map<TopicPartition, OffsetAndMetadata> start = new LinkedHashMap<>();
            for (int partition = 0; partition < 4; partition++) {
                start.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0));
            }
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(
                            () -> {
                                admin.alterConsumerGroupOffsets(group, start).all().get();
                                return true;
                            });
        }
    }
}
