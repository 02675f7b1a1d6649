package errand.orchestrator.web;

import static errand.orchestrator.web.Stand.check;
import static errand.orchestrator.web.Stand.conversation;
import static errand.orchestrator.web.Stand.plan;
import static errand.orchestrator.web.Stand.until;
import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConsentAnswered;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.view.Story;
import errand.orchestrator.view.View;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers to cards over HTTP; the engine is played by whoever reads the inbox. */
@Tag("integration")
@Timeout(120)
class ConsentsIT {

    private static Stand stand;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        stand = Stand.ready(data);
    }

    @AfterAll
    static void stop() throws Exception {
        stand.close();
    }

    @Test
    void an_answer_waits_for_the_verdict_and_is_repeated_or_refused_after_it() throws Exception {
        Story story = new Story(conversation());
        String plan = plan();
        stand.write(story.asks(plan));
        String card = Story.card(plan).id();
        until(() -> stand.state(plan).equals("awaiting-consent"));
        assertThat(stand.get("/api/consents?state=open").body()).contains(card);
        String path = "/api/conversations/" + story.conversationId() + "/consents/" + card;
        String grant = "{\"decision\":\"grant\",\"hash\":\"sha256:abc\"}";
        String key = "Idempotency-Key";
        var silent = stand.post(path, grant, key, "yes");
        assertThat(silent.statusCode()).as("no engine, no verdict").isEqualTo(202);
        try (KafkaConsumer<String, byte[]> inbox = inbox()) {
            Thread engine =
                    Thread.startVirtualThread(
                            () -> {
                                while (inbox.poll(Duration.ofMillis(100)).isEmpty()) {
                                    // The second answer is yet to come.
                                }
                                stand.write(
                                        story.caused(
                                                "i_x",
                                                List.of(
                                                        new Fact.OfPlan(
                                                                plan,
                                                                new PlanEvent.ConsentGranted(
                                                                        card)))));
                            });
            var granted = stand.post(path, grant, key, "yes");
            assertThat(granted.statusCode()).as("the key asks for the verdict").isEqualTo(200);
            assertThat(Stand.json(granted).path("state").asString()).isEqualTo("granted");
            engine.join();
        }
        until(() -> stand.post(path, grant).statusCode() == 200);
        var otherwise = stand.post(path, grant.replace("grant", "refuse"));
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(Stand.json(otherwise).path("type").asString())
                .isEqualTo("urn:errand:problem:answered-otherwise");
        assertThat(stand.post(path, grant.replace("abc", "old")).statusCode()).isEqualTo(409);
        var empty = stand.post(path, "{}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Stand.json(empty).path("errors")).hasSize(2);
    }

    /**
     * The engine no longer knows the card of a plan that has ended; the person is told the same.
     */
    @Test
    void an_answer_to_a_card_whose_plan_has_ended_meanwhile_is_judged_by_what_became_of_the_card()
            throws Exception {
        assertThat(answeredAfterTheEnd("refuse", true, () -> {}).statusCode()).isEqualTo(200);
        var otherwise = answeredAfterTheEnd("grant", true, () -> {});
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(Stand.json(otherwise).path("type").asString())
                .isEqualTo("urn:errand:problem:answered-otherwise");
    }

    @Test
    void an_answer_after_the_end_of_a_plan_is_open_until_the_view_has_caught_up() throws Exception {
        HttpResponse<String> behind =
                answeredAfterTheEnd("grant", false, stand.bean(View.class)::stop);
        stand.restart();
        assertThat(behind.statusCode()).isEqualTo(202);
        assertThat(Stand.json(behind).path("state").asString()).isEqualTo("open");

        var known = answeredAfterTheEnd("grant", false, () -> {});
        assertThat(known.statusCode()).isEqualTo(409);
        assertThat(Stand.json(known).path("type").asString())
                .isEqualTo("urn:errand:problem:not-open");
    }

    /**
     * The engine knows of no card any more. That it was refused, the view hears only after that, or
     * never.
     */
    private static HttpResponse<String> answeredAfterTheEnd(
            String decision, boolean heard, Runnable before) throws Exception {
        Story story = new Story(conversation());
        String plan = plan();
        stand.write(story.asks(plan));
        String card = Story.card(plan).id();
        until(() -> stand.state(plan).equals("awaiting-consent"));
        before.run();
        return answered(
                story,
                card,
                decision,
                input -> {
                    var declined =
                            new PlanEvent.ConsentAnswerDeclined(
                                    card, "NOT_OPEN", "No running plan waits.");
                    stand.write(story.caused(input, List.of(new Fact.OfPlan(plan, declined))));
                    if (heard) {
                        var refused = new PlanEvent.ConsentRefused(card);
                        stand.write(story.caused("i_y", List.of(new Fact.OfPlan(plan, refused))));
                    }
                });
    }

    @Test
    void an_answer_to_a_card_that_the_view_does_not_have_yet_is_judged_by_the_engine()
            throws Exception {
        Story story = new Story(conversation());
        String plan = plan();
        stand.write(story.said("m_1", "奶茶"));
        until(() -> stand.get("/api/conversations/" + story.conversationId()).statusCode() == 200);
        stand.bean(View.class).stop();
        stand.write(story.asks(plan));
        String card = Story.card(plan).id();
        var granted =
                answered(
                        story,
                        card,
                        "grant",
                        input ->
                                stand.write(
                                        story.caused(
                                                input,
                                                List.of(
                                                        new Fact.OfPlan(
                                                                plan,
                                                                new PlanEvent.ConsentGranted(
                                                                        card))))));
        stand.restart();
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    @Test
    void an_answer_to_a_card_that_there_is_not_finds_nothing() throws Exception {
        Story story = new Story(conversation());
        stand.write(story.said("m_1", "奶茶"));
        var unknown = new PlanEvent.ConsentAnswerDeclined("k_nope", "NOT_OPEN", "No plan waits.");
        var answer =
                answered(
                        story,
                        "k_nope",
                        "grant",
                        input ->
                                stand.write(
                                        story.caused(
                                                input, List.of(new Fact.OfPlan("", unknown)))));
        check(404, answer);
        Story other = new Story(conversation());
        String plan = plan();
        stand.write(other.asks(plan));
        until(() -> stand.state(plan).equals("awaiting-consent"));
        check(404, stand.post(card(story, Story.card(plan).id()), grant("sha256:abc")));
    }

    private static String card(Story story, String id) {
        return "/api/conversations/" + story.conversationId() + "/consents/" + id;
    }

    private static String grant(String hash) {
        return "{\"decision\":\"grant\",\"hash\":\"%s\"}".formatted(hash);
    }

    /** A person's answer, and the engine that says something when it has come to it. */
    private static HttpResponse<String> answered(
            Story story, String card, String decision, Consumer<String> engine) throws Exception {
        try (KafkaConsumer<String, byte[]> inbox = inbox();
                var avro = new AvroDeserializer(SchemaRegistry.at(stand.registry.url()))) {
            Thread deciding =
                    Thread.startVirtualThread(
                            () -> {
                                var sent = inbox.poll(Duration.ofMillis(100));
                                while (sent.isEmpty()) {
                                    sent = inbox.poll(Duration.ofMillis(100));
                                }
                                byte[] bytes = sent.iterator().next().value();
                                var answer =
                                        Objects.requireNonNull(
                                                avro.deserialize(Topics.INBOX, bytes));
                                engine.accept(((ConsentAnswered) answer).getId());
                            });
            var answered =
                    stand.post(card(story, card), grant("sha256:abc").replace("grant", decision));
            deciding.join();
            return answered;
        }
    }

    private static KafkaConsumer<String, byte[]> inbox() {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stand.broker.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                consumer.partitionsFor(Topics.INBOX).stream()
                        .map(info -> new TopicPartition(Topics.INBOX, info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        return consumer;
    }
}
