package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import errand.runtime.settings.AgentSettings;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong, on a real broker: every task is answered, nothing is lost, nobody waits. */
@Tag("integration")
@Timeout(60)
class MishapsOnKafkaIT {

    @TempDir static Path folder;
    private static Platform platform;
    private static int number;

    private final String name = "trouble" + ++number;
    private Asker asker;
    private final List<AgentOnKafka> agents = new ArrayList<>();

    @BeforeAll
    static void startPlatform() throws Exception {
        platform = new Platform(folder);
    }

    @AfterAll
    static void stopPlatform() throws Exception {
        platform.close();
    }

    @BeforeEach
    void begin() {
        asker = new Asker(platform, name);
    }

    @AfterEach
    void stopAgents() throws Exception {
        for (AgentOnKafka agent : agents) {
            agent.stop();
        }
    }

    @Test
    void whatever_cannot_be_read_is_put_aside_byte_for_byte_and_holds_nobody_up() {
        start(0);
        SchemaRegistry registry = new SchemaRegistry(platform.registry.url());
        int foreign =
                registry.register(
                        "elsewhere-errand.events.FromTheFuture",
                        SchemaBuilder.record("errand.events.FromTheFuture")
                                .fields()
                                .requiredString("x")
                                .endRecord());
        byte[] task =
                new AvroSerializer(registry)
                        .serialize(
                                Topics.taskRequests(name), asker.asked("noop.read", "cut", "{}"));
        byte[] reply = new AvroSerializer(registry).serialize(Topics.INBOX, failed());
        byte[] noise = new byte[2_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        Map<String, byte[]> sent = new LinkedHashMap<>();
        sent.put("garbage", noise);
        sent.put("nothing", new byte[0]);
        sent.put("unknown schema", ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array());
        sent.put("unknown record", ByteBuffer.allocate(7).put((byte) 0).putInt(foreign).array());
        sent.put("cut off", Arrays.copyOf(Objects.requireNonNull(task), 30));
        sent.put("not for here", Objects.requireNonNull(reply));
        sent.forEach(this::raw);
        asker.ask("noop.read", "after", "{}");
        assertThat(asker.answer("after")).isInstanceOf(TaskSucceeded.class);

        Platform.await(() -> asker.deadLetters().size() == sent.size(), "all dead letters");
        Map<String, String> why = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> dead : asker.deadLetters()) {
            String key = new String(dead.key(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(dead.value()).as(key).isEqualTo(sent.get(key));
            assertThat(header(dead, DeadLetters.ATTEMPTS)).isEqualTo("1");
            assertThat(header(dead, DeadLetters.WHERE)).startsWith(Topics.taskRequests(name));
            assertThat(header(dead, DeadLetters.MESSAGE)).isNotBlank();
            why.put(key, header(dead, DeadLetters.WHY));
        }
        assertThat(why)
                .containsOnly(
                        Map.entry("garbage", "UNDECODABLE"),
                        Map.entry("nothing", "UNDECODABLE"),
                        Map.entry("unknown schema", "UNDECODABLE"),
                        Map.entry("unknown record", "UNKNOWN_RECORD"),
                        Map.entry("cut off", "UNDECODABLE"),
                        Map.entry("not for here", "UNKNOWN_RECORD"));
    }

    @Test
    void an_output_that_is_too_large_is_answered_and_its_write_has_not_happened() {
        start(0);
        byte[] task = ask("large.hold", "w", 300_000);
        assertThat(asker.failed("w").getCode()).isEqualTo("OUTPUT_INVALID");
        assertThat(asker.failed("w").getMessage())
                .isEqualTo(
                        "Output of '%s.large.hold' is too large: 300011 bytes of 262144."
                                .formatted(name));
        assertThat(asker.deadLetters())
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(task);
        assertThat(platform.notes(name)).isEmpty();
        // The engine withdraws a write that failed: it never will.
        asker.cancel("large.hold", "w");
        assertThat(((TaskRefused) asker.answer("w", 2)).getFailure().getKind())
                .isEqualTo(FailureKind.CANCELLED);
    }

    @Test
    void a_no_with_too_much_to_say_stays_a_no() {
        start(0);
        ask("chatty.hold", "w", 66_000);
        Failure no = ((TaskRefused) asker.answer("w")).getFailure();
        assertThat(no.getCode()).isEqualTo("NO");
        assertThat(no.getMessage()).hasSize(2_000).endsWith("x…");
        assertThat(no.getDetails()).isNull();
        assertThat(platform.notes(name)).isEmpty();
    }

    @Test
    void a_fault_with_too_much_to_say_is_answered() {
        start(0);
        byte[] task = ask("wordy.read", "r", 3_000_000);
        assertThat(asker.failed("r").getCode()).isEqualTo("AGENT_FAULT");
        assertThat(asker.failed("r").getMessage()).hasSize(2_000);
        assertThat(asker.deadLetters())
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(task);
    }

    @Test
    void a_reply_that_its_topic_does_not_take_is_answered_and_what_happened_is_not_lost()
            throws Exception {
        start(0);
        limit(Topics.INBOX, 50_000);
        try {
            ask("large.hold", "w", 100_000);
            assertThat(asker.failed("w").getCode()).isEqualTo("REPLY_TOO_LARGE");
            assertThat(asker.failed("w").getMessage())
                    .isEqualTo(
                            "The reply to task '%s' is larger than topic 'conversation.inbox' takes (max.message.bytes); what has happened is remembered."
                                    .formatted(asker.id("w")));
            assertThat(asker.deadLetters()).hasSize(1);
        } finally {
            limit(Topics.INBOX, 1_048_588);
        }
        asker.cancel("large.hold", "w");
        assertThat(asker.answer("w", 2)).isInstanceOf(TaskSucceeded.class);
        assertThat(platform.notes(name)).hasSize(1);
    }

    @Test
    void a_request_as_large_as_its_topic_takes_is_put_aside_whole() {
        start(0);
        byte[] large = new byte[1_048_400];
        Arrays.fill(large, (byte) 7);
        raw("large", large);
        Platform.await(() -> asker.deadLetters().size() == 1, "the dead letter");
        assertThat(asker.deadLetters().getFirst().value()).isEqualTo(large);
    }

    @Test
    void a_dead_letter_that_its_topic_does_not_take_says_where_the_bytes_lie() throws Exception {
        start(0);
        limit(Topics.deadLetters(Topics.taskRequests(name)), 50_000);
        raw("large", new byte[100_000]);
        Platform.await(() -> asker.deadLetters().size() == 1, "the dead letter");
        var dead = asker.deadLetters().getFirst();
        assertThat(dead.value()).isNull();
        assertThat(header(dead, DeadLetters.WHERE)).isEqualTo("task.requests." + name + "-0@0");
        assertThat(header(dead, DeadLetters.LEFT_OUT))
                .startsWith("The 100000 bytes are more than this topic takes");
    }

    @Test
    void a_handler_that_overflows_the_stack_is_a_fault_like_any_other() {
        start(0);
        ask("deep.read", "r", 0);
        assertThat(asker.failed("r").getMessage())
                .isEqualTo("'%s.deep.read' failed: StackOverflowError: null".formatted(name));
        assertThat(asker.deadLetters()).hasSize(1);
        assertThat(count("errand.task.redeliveries")).isZero();
    }

    @Test
    void what_ends_its_thread_every_time_is_given_up_and_takes_no_lane_with_it() {
        Troublemaker business = start(0);
        for (int i = 0; i < 6; i++) {
            asker.ask("gone.read", "g" + i, "{}");
        }
        asker.ask("noop.read", "after", "{}");
        assertThat(asker.answer("after")).isInstanceOf(TaskSucceeded.class);
        for (int i = 0; i < 6; i++) {
            assertThat(asker.failed("g" + i).getCode()).isEqualTo("DELIVERED_TOO_OFTEN");
        }
        assertThat(asker.deadLetters())
                .hasSize(6)
                .allSatisfy(dead -> assertThat(header(dead, DeadLetters.ATTEMPTS)).isEqualTo("9"));
        assertThat(business.runs).hasValue(6 * 8);
        assertThat(count("errand.task.redeliveries")).isEqualTo(6 * 8);
        assertThat(outcomes("gone.read", "done")).isZero();
        assertThat(outcomes("gone.read", "invalid")).isEqualTo(6);
    }

    @Test
    void a_write_delivered_again_counts_as_one_success() throws Exception {
        CompletableFuture<AgentOnKafka> first = new CompletableFuture<>();
        AtomicBoolean crashed = new AtomicBoolean();
        Moments crash =
                (reached, detail) -> {
                    if (reached.equals(Moments.AFTER_REPLY_BEFORE_ACK)
                            && crashed.compareAndSet(false, true)) {
                        first.join().abandon();
                        throw new IllegalStateException("crashed");
                    }
                };
        first.complete(platform.agent(trouble(0, () -> {}), four(Duration.ofSeconds(5)), crash));
        first.join().start();
        ask("large.hold", "w", 10);
        Platform.await(crashed::get, "the crash");
        start(0);
        assertThat(asker.answer("w", 2)).isInstanceOf(TaskSucceeded.class);
        assertThat(count("errand.task.redeliveries")).isEqualTo(1);
        assertThat(count("errand.task.dedupe.hits")).isEqualTo(1);
        assertThat(outcomes("large.hold", "done")).isEqualTo(1);
    }

    @Test
    void what_was_paid_elsewhere_before_a_crash_is_found_and_not_paid_again() throws Exception {
        CompletableFuture<AgentOnKafka> first = new CompletableFuture<>();
        Troublemaker dying =
                trouble(
                        0,
                        () -> {
                            first.join().abandon();
                            throw new Troublemaker.Gone();
                        });
        first.complete(platform.agent(dying, four(Duration.ofSeconds(5))));
        first.join().start();
        asker.ask("pay.hold", "w", "{}");
        Platform.await(() -> dying.payments() == 1, "the payment");

        Troublemaker second = start(0);
        TaskSucceeded answer = (TaskSucceeded) asker.answer("w");
        assertThat(answer.getOutput()).isEqualTo("{\"text\":\"paid before\"}");
        assertThat(second.payments()).isEqualTo(1);
        assertThat(second.runs).hasValue(0);
        assertThat(second.lookedFor).hasValue(1);
    }

    @Test
    void stopping_finishes_what_runs_keeps_its_locks_and_takes_nothing_new() throws Exception {
        Troublemaker leaving = start(3_500);
        asker.ask("sleep.hold", "w", "{}");
        Platform.await(() -> leaving.runs.get() == 1, "the effect to run");
        AgentOnKafka left = agents.removeFirst();
        Thread stopping = Thread.startVirtualThread(() -> stop(left));
        Platform.await(() -> !left.isConsuming(), "the stop to begin");
        Troublemaker staying = start(0);
        for (int i = 0; i < 10; i++) {
            asker.ask("large.hold", "n" + i, "{\"chars\":1}");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(asker.answer("n" + i)).isInstanceOf(TaskSucceeded.class);
        }
        stopping.join();
        assertThat(asker.answer("w")).isInstanceOf(TaskSucceeded.class);
        assertThat(leaving.runs).hasValue(1);
        assertThat(staying.runs).hasValue(10);
        assertThat(count("errand.task.redeliveries")).isZero();
        assertThat(platform.repliesTo(asker.id("w"))).hasSize(1);
    }

    @Test
    void what_outlasts_a_stop_is_handed_back_and_done_once_by_another_at_once() throws Exception {
        Troublemaker leaving = start(60_000, Duration.ofSeconds(15), Duration.ofMillis(500));
        asker.ask("sleep.hold", "w", "{}");
        Platform.await(() -> leaving.runs.get() == 1, "the effect to run");
        Troublemaker staying = start(0, Duration.ofSeconds(15), Duration.ofMillis(500));
        long began = System.nanoTime();
        agents.removeFirst().stop();
        assertThat(asker.answer("w")).isInstanceOf(TaskSucceeded.class);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        System.out.printf("handed back and done by another after %d ms%n", millis);
        assertThat(millis).isLessThan(5_000); // the lock would have held it for 15 s
        assertThat(staying.runs).hasValue(1);
        assertThat(platform.notes(name)).hasSize(1);
        assertThat(platform.repliesTo(asker.id("w"))).hasSize(1);
        assertThat(count("errand.task.redeliveries")).isEqualTo(1);
    }

    private static void stop(AgentOnKafka agent) {
        try {
            agent.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Troublemaker trouble(long sleepMillis, Runnable afterPaying) {
        return new Troublemaker(name, platform.database(name), sleepMillis, afterPaying);
    }

    private Troublemaker start(long sleepMillis) {
        return start(sleepMillis, Duration.ofMillis(1_500), Duration.ofSeconds(10));
    }

    private Troublemaker start(long sleepMillis, Duration lock, Duration stopWithin) {
        Troublemaker business = trouble(sleepMillis, () -> {});
        AgentSettings usual = AgentSettings.defaults();
        AgentOnKafka agent =
                platform.agent(
                        business,
                        new AgentSettings(
                                4,
                                1,
                                lock,
                                10,
                                Duration.ofSeconds(15),
                                stopWithin,
                                usual.breaking()));
        agents.add(agent);
        try {
            agent.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return business;
    }

    private static AgentSettings four(Duration lock) {
        AgentSettings usual = AgentSettings.defaults();
        return new AgentSettings(
                4, 1, lock, 10, Duration.ofSeconds(15), Duration.ofSeconds(10), usual.breaking());
    }

    /** Asks with a size, and says which bytes were sent. */
    private byte[] ask(String capability, String step, int chars) {
        var task = asker.asked(capability, step, "{\"chars\":%d}".formatted(chars));
        platform.send(Topics.taskRequests(name), asker.id(step), task);
        return Objects.requireNonNull(
                new AvroSerializer(new SchemaRegistry(platform.registry.url()))
                        .serialize(Topics.taskRequests(name), task));
    }

    private void raw(String key, byte[] value) {
        platform.outbound()
                .send(new ProducerRecord<>(Topics.taskRequests(name), Trail.bytes(key), value))
                .join();
    }

    private static void limit(String topic, int bytes) throws Exception {
        try (Admin admin = Admin.create(platform.kafka.admin(Map.of()))) {
            var setting = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    List.of(new AlterConfigOp(setting, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static TaskFailed failed() {
        return TaskFailed.newBuilder()
                .setId("f")
                .setAt(java.time.Instant.EPOCH)
                .setConversationId("c")
                .setTaskId("t")
                .setAgent("a")
                .setFailure(
                        Failure.newBuilder()
                                .setKind(FailureKind.INVALID)
                                .setCode("X")
                                .setMessage("x")
                                .setDetails(null)
                                .build())
                .build();
    }

    private static String header(ConsumerRecord<byte[], byte[]> dead, String name) {
        return Objects.requireNonNullElse(Trail.text(dead.headers(), name), "none");
    }

    private double count(String meter) {
        return platform.meters.get(meter).tag("agent", name).counter().count();
    }

    private double outcomes(String capability, String outcome) {
        return platform
                .meters
                .find("errand.tasks")
                .tag("agent", name)
                .tag("capability", name + "." + capability)
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
