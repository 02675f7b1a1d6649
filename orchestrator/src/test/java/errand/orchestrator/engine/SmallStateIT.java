package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Resume;
import errand.embedded.EmbeddedBroker;
import errand.embedded.FreePort;
import errand.events.TimerDue;
import errand.runtime.moments.Moments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Finished plans leave the engine: what it keeps, and restores, does not grow with history. */
@Tag("integration")
@Timeout(120)
class SmallStateIT {

    private static final int CONVERSATIONS = 500;
    private static final int PLANS_EACH = 4;
    private static final int IN_ONE = 50;

    @TempDir private static Path data;
    private static EmbeddedBroker broker;
    private static StubRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker =
                EmbeddedBroker.start(data, FreePort.any(), Map.of("log.cleaner.backoff.ms", "200"));
        registry = new StubRegistry();
    }

    @AfterAll
    static void stop() {
        broker.close();
        registry.close();
    }

    @Test
    void what_is_kept_and_restored_does_not_grow_with_the_plans_that_ended() throws Exception {
        int first;
        int last;
        try (Rig rig = rig()) {
            rig.engine(settings(), Clock.systemUTC(), Moments.none());
            rig.agent();
            Rig.Reader changelog = rig.read(changelog(rig));
            run(rig, "p_first");
            first = bareRecord(rig, changelog);
            for (int i = 1; i < IN_ONE; i++) {
                run(rig, "p_" + i);
            }
            last = bareRecord(rig, changelog);
            for (int i = 0; i < CONVERSATIONS * PLANS_EACH; i++) {
                rig.submit("c_" + i % CONVERSATIONS, "q_" + i);
            }
            int all = IN_ONE + CONVERSATIONS * PLANS_EACH;
            Rig.await(() -> done(rig) == all, all + " plans are done", Duration.ofSeconds(60));
            Rig.await(() -> quiet(rig) && kept(rig) == 0, "all are forgotten");
        }
        System.out.printf("one conversation after 1 plan: %d bytes, after 50: %d%n", first, last);
        assertThat(last).isBetween(first - 20, first + 20);

        try (Rig rig = rig()) {
            int before = restorable(rig).size();
            long began = System.nanoTime();
            rig.engine(settings(), Clock.systemUTC(), Moments.none());
            rig.agent();
            compactAtOnce(rig);
            for (int i = 0; i < 16; i++) {
                rig.submit("z_" + i, "z_" + i); // compaction leaves the newest segment alone
            }
            Rig.await(() -> done(rig) == 16, "new plans are done");
            System.out.printf(
                    "%d records restored and 16 plans done after %d ms%n",
                    before, (System.nanoTime() - began) / 1_000_000);
            Rig.await(() -> quiet(rig) && kept(rig) == 0, "they are forgotten, too");
            Rig.await(() -> grown(rig) && restorable(rig).size() < 1_000, "the old is compacted");
            System.out.printf(
                    "%d records in the changelog, %d after compaction%n",
                    before, restorable(rig).size());
            assertThat(before).isGreaterThan(5 * CONVERSATIONS * PLANS_EACH);
        }
        try (Rig rig = rig()) {
            rig.engine(settings(), Clock.systemUTC(), Moments.none());
            rig.agent();
            rig.send(
                    "c_one",
                    Plans.submitted(
                            "c_one",
                            Plans.fourSteps("p_again"),
                            Instant.now(),
                            new Resume(5L * IN_ONE, null)));
            Rig.await(() -> done(rig) == 1, "a conversation that had left goes on");
        }
    }

    private static Rig rig() {
        return new Rig(broker.bootstrapServers(), registry.url(), "small.");
    }

    private static EngineSettings settings() {
        return Rig.settings(
                Duration.ofMillis(300), Duration.ofSeconds(2), EngineSettings.AT_LEAST_ONCE);
    }

    private static String changelog(Rig rig) {
        return rig.names.of("errand-engine-conversations-changelog");
    }

    private static void run(Rig rig, String plan) {
        double before = done(rig);
        rig.submit("c_one", plan);
        Rig.await(() -> done(rig) > before, plan + " is done");
    }

    private static double done(Rig rig) {
        return rig.meters.counter("errand.plans", "state", "done").count();
    }

    private static double kept(Rig rig) {
        return rig.meters.get("errand.engine.conversations").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    /** Commits need traffic in every partition; this does nothing else. */
    private static boolean quiet(Rig rig) {
        for (int i = 0; i < 16; i++) {
            Instant now = Instant.now();
            rig.send("none_" + i, new TimerDue("t", now, "none_" + i, now));
        }
        return true;
    }

    /** New plans, so that segments roll. */
    private static boolean grown(Rig rig) {
        for (int i = 0; i < 16; i++) {
            rig.submit("z_" + i, "z_" + i + "_" + System.nanoTime());
        }
        return true;
    }

    /** The size of the one conversation once it holds no outputs for sending again. */
    private static int bareRecord(Rig rig, Rig.Reader changelog) {
        List<Integer> found = new ArrayList<>();
        Rig.await(
                () -> {
                    List<byte[]> own =
                            changelog.records().stream()
                                    .filter(record -> record.key().equals("c_one"))
                                    .map(ConsumerRecord::value)
                                    .toList();
                    if (!own.isEmpty()
                            && own.getLast() != null
                            && !StoredFormat.holdsSent(own.getLast())) {
                        found.add(own.getLast().length);
                    }
                    return quiet(rig) && !found.isEmpty();
                },
                "the conversation is idle");
        return found.getLast();
    }

    /** Everything that an instance with an empty folder reads before it begins. */
    private static List<ConsumerRecord<String, byte[]>> restorable(Rig rig) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> parts =
                    consumer.partitionsFor(changelog(rig)).stream()
                            .map(one -> new TopicPartition(changelog(rig), one.partition()))
                            .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    /** As if the time had passed for which the changelog keeps everything. */
    private static void compactAtOnce(Rig rig) throws Exception {
        Collection<AlterConfigOp> settings =
                Map.of(
                                "min.compaction.lag.ms", "0",
                                "delete.retention.ms", "0",
                                "segment.ms", "200",
                                "min.cleanable.dirty.ratio", "0.01")
                        .entrySet()
                        .stream()
                        .map(
                                one ->
                                        new AlterConfigOp(
                                                new ConfigEntry(one.getKey(), one.getValue()),
                                                AlterConfigOp.OpType.SET))
                        .toList();
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, changelog(rig));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, settings)).all().get();
        }
    }
}
