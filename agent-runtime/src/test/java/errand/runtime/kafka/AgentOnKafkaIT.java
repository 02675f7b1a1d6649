package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.FailureKind;
import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.CapabilityDescribed;
import errand.events.PlanEnded;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import errand.runtime.settings.AgentSettings;
import errand.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent on a real broker, registry and PostgreSQL. */
class AgentOnKafkaIT extends ProbeOnKafka {

    @Test
    void a_reply_carries_key_trace_and_cause() {
        start(four);
        var headers = new RecordHeaders();
        headers.add(
                "traceparent",
                Trail.bytes("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        headers.add("errand-event-id", Trail.bytes("e_1"));
        platform.outbound()
                .send(Topics.taskRequests(name), "t1", asked("noop.read", "t1", "{}"), headers);

        Platform.Came came = platform.reply(id("t1"));
        assertThat(((TaskSucceeded) came.record()).getOutput()).isEqualTo("{\"text\":\"ok\"}");
        assertThat(came.raw().key()).asString().isEqualTo("c_" + name);
        assertThat(Trail.text(came.raw().headers(), "traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .doesNotContain("b7ad6b7169203331");
        assertThat(Trail.text(came.raw().headers(), "errand-caused-by")).isEqualTo("e_1");
        assertThat(Trail.text(came.raw().headers(), "errand-event-id")).isEqualTo("r:" + id("t1"));
    }

    @Test
    void a_task_longer_than_its_lock_is_not_delivered_again() {
        start(
                new AgentSettings(
                        4,
                        1,
                        Duration.ofSeconds(1),
                        10,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        AgentSettings.defaults().breaking()));
        ask("sleep.read", "long", "{\"ms\":4000}");
        platform.reply(id("long"));
        assertThat(runs()).isEqualTo(1);
        ask("noop.read", "after", "{}");
        platform.reply(id("after"));
        assertThat(platform.repliesTo(id("long"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-effect", "after-effect-before-reply", "after-reply-before-ack"})
    void a_crash_at_any_moment_gives_one_effect_and_one_meaning(String moment) throws Exception {
        CompletableFuture<AgentOnKafka> first = new CompletableFuture<>();
        AtomicBoolean crashed = new AtomicBoolean();
        Moments crash =
                (reached, detail) -> {
                    if (reached.equals(moment) && crashed.compareAndSet(false, true)) {
                        first.join().abandon();
                        throw new IllegalStateException("crashed " + moment);
                    }
                };
        first.complete(platform.agent(new Probe(name, platform.database(name)), four, crash));
        first.join().start();
        ask("note.hold", "w", "{\"text\":\"once\"}");
        Platform.await(crashed::get, "the crash");

        start(four);
        ask("noop.read", "after", "{}");
        platform.reply(id("after"));
        Platform.Came came = platform.reply(id("w"));
        assertThat(came.record()).isInstanceOf(TaskSucceeded.class);
        if (moment.equals("after-reply-before-ack")) {
            Platform.await(
                    () -> platform.repliesTo(id("w")).size() == 2, "the reply to be sent again");
        }
        assertThat(platform.repliesTo(id("w")))
                .allSatisfy(again -> assertThat(again.raw().value()).isEqualTo(came.raw().value()));
        assertThat(platform.notes(name)).containsExactly("once");
    }

    @Test
    void what_never_finishes_is_given_up_before_the_last_delivery() throws Exception {
        start(four);
        var record =
                platform.delivered(
                        Topics.taskRequests(name),
                        asked("note.hold", "w", "{\"text\":\"never\"}"),
                        9);
        platform.attendant(new Probe(name, platform.database(name)))
                .attend(new Delivery(record))
                .join();

        assertThat(failed(id("w")).getCode()).isEqualTo("DELIVERED_TOO_OFTEN");
        assertThat(deadLetters()).hasSize(1);
        assertThat(Trail.text(deadLetters().getFirst().headers(), "errand-attempts"))
                .isEqualTo("9");
        ask("note.hold", "w", "{\"text\":\"never\"}");
        Platform.await(() -> platform.repliesTo(id("w")).size() == 2, "both answers");
        assertThat(platform.notes(name)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_put_aside_as_it_was() {
        start(four);
        platform.outbound()
                .send(
                        new ProducerRecord<>(
                                Topics.taskRequests(name),
                                Trail.bytes("k"),
                                Trail.bytes("garbage")));
        ask("noop.read", "after", "{}");
        platform.reply(id("after"));
        Platform.await(() -> deadLetters().size() == 1, "a dead letter");
        var dead = deadLetters().getFirst();
        assertThat(dead.value()).asString().isEqualTo("garbage");
        assertThat(dead.key()).asString().isEqualTo("k");
        assertThat(Trail.text(dead.headers(), "errand-why")).isEqualTo("UNDECODABLE");
        assertThat(Trail.text(dead.headers(), "errand-where"))
                .isEqualTo("task.requests." + name + "-0@0");
        assertThat(Trail.text(dead.headers(), "errand-attempts")).isEqualTo("1");
    }

    @Test
    void a_fault_of_the_agent_is_answered_and_put_aside() {
        start(four);
        ask("fail.read", "bad", "{}");
        assertThat(failed(id("bad")).getCode()).isEqualTo("AGENT_FAULT");
        assertThat(deadLetters()).hasSize(1);
        assertThat(Trail.text(deadLetters().getFirst().headers(), "errand-why"))
                .isEqualTo("AGENT_FAULT");
        assertThat(
                        platform.meters
                                .get("errand.dead.letters")
                                .tag("topic", "task.requests." + name + ".dlt")
                                .tag("reason", "AGENT_FAULT")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void a_cancel_waits_for_the_running_effect_and_tells_it() {
        start(four);
        ask("sleep.hold", "w", "{\"ms\":500}");
        Platform.await(() -> runs() == 1, "the effect to run");
        cancel("sleep.hold", "w");
        platform.reply(id("w"));
        Platform.await(() -> platform.repliesTo(id("w")).size() == 2, "both answers");
        assertThat(platform.repliesTo(id("w")))
                .allSatisfy(came -> assertThat(came.record()).isInstanceOf(TaskSucceeded.class));
        assertThat(platform.notes(name)).hasSize(1);
    }

    @Test
    void a_cancel_that_comes_first_is_the_last_word() {
        start(four);
        cancel("note.hold", "w");
        assertThat(platform.reply(id("w")).record()).isInstanceOf(TaskRefused.class);
        ask("note.hold", "w", "{\"text\":\"never\"}");
        Platform.await(() -> platform.repliesTo(id("w")).size() == 2, "both answers");
        assertThat(platform.repliesTo(id("w")).get(1).record())
                .isEqualTo(platform.repliesTo(id("w")).get(0).record());
        assertThat(platform.notes(name)).isEmpty();
    }

    @Test
    void a_read_stops_early_when_its_plan_ends() {
        start(four);
        ask("sleep.read", "r", "{\"ms\":20000}");
        Platform.await(() -> runs() == 1, "the read to run");
        platform.send(
                Topics.CANCELLATIONS,
                "p_" + name,
                PlanEnded.newBuilder()
                        .setPlanId("p_" + name)
                        .setConversationId("c")
                        .setAt(Instant.now())
                        .setReason("cancelled")
                        .build());
        long began = System.nanoTime();
        TaskRefused refused = (TaskRefused) platform.reply(id("r")).record();
        assertThat(refused.getFailure().getKind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(millisSince(began)).isLessThan(3_000);
    }

    @Test
    void stopping_finishes_what_runs_and_says_that_it_left() throws Exception {
        start(four);
        ask("sleep.hold", "w", "{\"ms\":700}");
        Platform.await(() -> runs() == 1, "the effect to run");
        Objects.requireNonNull(agent).stop();
        agent = null;
        assertThat(platform.reply(id("w")).record()).isInstanceOf(TaskSucceeded.class);
        List<SpecificRecord> said =
                platform.all(Topics.DIRECTORY).stream()
                        .filter(record -> Arrays.equals(record.key(), Trail.bytes(name)))
                        .map(r -> platform.deserializer().deserialize(r.topic(), r.value()))
                        .toList();
        assertThat(said.getFirst()).isInstanceOf(AgentAnnounced.class);
        assertThat(said.getLast()).isInstanceOf(AgentLeft.class);
    }

    @Test
    void says_at_once_that_its_business_is_down_and_that_it_is_back() {
        start(four);
        Platform.await(() -> health().equals("up"), "up");
        Objects.requireNonNull(probe).up = false;
        long began = System.nanoTime();
        Platform.await(() -> health().equals("down"), "down");
        assertThat(millisSince(began)).as("well before the next announcement").isLessThan(8_000);
        Objects.requireNonNull(probe).up = true;
        Platform.await(() -> health().equals("up"), "up again");
        assertThat(millisSince(began)).isLessThan(13_000);
    }

    /** Of all capabilities, as last announced. */
    private String health() {
        return platform.all(Topics.DIRECTORY).stream()
                .filter(record -> Arrays.equals(record.key(), Trail.bytes(name)))
                .map(r -> platform.deserializer().deserialize(r.topic(), r.value()))
                .map(
                        announced ->
                                String.join(
                                        ",",
                                        ((AgentAnnounced) announced)
                                                .getCapabilities().stream()
                                                        .map(CapabilityDescribed::getHealth)
                                                        .distinct()
                                                        .toList()))
                .reduce("", (before, now) -> now);
    }
}
