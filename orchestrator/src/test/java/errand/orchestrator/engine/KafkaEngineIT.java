package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.EmbeddedBroker;
import errand.events.UserSaid;
import errand.facts.PlanClosed;
import errand.facts.StepFailed;
import errand.runtime.moments.Moments;
import errand.runtime.settings.ErrandClock;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The engine on a real broker. */
@Tag("integration")
@NullUnmarked
class KafkaEngineIT {

    private static final AtomicInteger INSTALLATION = new AtomicInteger();

    @TempDir private static Path data;
    private static EmbeddedBroker broker;
    private static StubRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(data);
        registry = new StubRegistry();
    }

    @AfterAll
    static void stop() {
        broker.close();
        registry.close();
    }

    private static Rig rig() {
        return new Rig(
                broker.bootstrapServers(),
                registry.url(),
                "it" + INSTALLATION.incrementAndGet() + ".");
    }

    @Test
    void runs_plans_to_their_end() throws Exception {
        try (Rig rig = rig()) {
            rig.engine();
            Rig.Reader events = rig.events();
            rig.agent();
            for (int i = 0; i < 20; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            Rig.await(() -> rig.closed(events).size() == 20, "20 plans are done");
            assertThat(rig.closed(events))
                    .allSatisfy(plan -> assertThat(plan.getOutcome().name()).isEqualTo("DONE"));
            assertThat(rig.events(events).get("c_0")).hasSize(5);
            assertThat(rig.meters.counter("errand.plans", "state", "done").count()).isEqualTo(20);
        }
    }

    @Test
    void runs_plans_to_their_end_under_exactly_once_too() throws Exception {
        try (Rig rig = rig()) {
            rig.engine(
                    Rig.settings(
                            Duration.ofSeconds(30),
                            Duration.ofHours(1),
                            EngineSettings.EXACTLY_ONCE),
                    Clock.systemUTC(),
                    Moments.none());
            Rig.Reader events = rig.events();
            rig.agent();
            for (int i = 0; i < 5; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            Rig.await(() -> rig.closed(events).size() == 5, "5 plans are done");
            assertThat(rig.events(events).get("c_0")).hasSize(5);
        }
    }

    @Test
    void another_instance_takes_over_from_one_that_dies_between_outputs_and_commit()
            throws Exception {
        try (Rig rig = rig()) {
            AtomicInteger left = new AtomicInteger(3);
            Moments dies =
                    (moment, detail) -> {
                        assertThat(moment).isEqualTo(Moments.AFTER_OUTPUTS_BEFORE_COMMIT);
                        if (left.decrementAndGet() >= 0) {
                            throw new IllegalStateException("killed at " + detail);
                        }
                    };
            rig.engine(EngineSettings.defaults(), Clock.systemUTC(), dies);
            rig.engine();
            Rig.Reader events = rig.events();
            rig.agent();
            for (int i = 0; i < 20; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            Rig.await(() -> left.get() <= 0, "the first instance died three times");
            for (int i = 20; i < 40; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            rig.engines.getFirst().stop();
            Rig.await(() -> rig.closed(events).size() == 40, "40 plans are done");
            assertThat(rig.events(events))
                    .hasSize(40)
                    .allSatisfy((id, own) -> assertThat(own).hasSize(5));
        }
    }

    @Test
    void a_new_instance_finds_everything_in_the_changelog() throws Exception {
        try (Rig rig = rig()) {
            rig.engine();
            Rig.Reader events = rig.events();
            for (int i = 0; i < 10; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            Rig.await(() -> rig.events(events).size() == 10, "10 plans wait for their agent");
            rig.engines.getFirst().stop();
            rig.engine();
            rig.agent();
            Rig.await(() -> rig.closed(events).size() == 10, "10 plans are done");
        }
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_and_holds_nobody_up() throws Exception {
        try (Rig rig = rig()) {
            rig.engine();
            Rig.Reader events = rig.events();
            Rig.Reader dead = rig.read(rig.names.of(Topics.deadLetters(Topics.INBOX)));
            byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
            rig.submit("c_1", "p_1");
            rig.sendRaw("c_1", garbage);
            rig.submit("c_1", "p_2");
            rig.agent();
            Rig.await(() -> rig.closed(events).size() == 2, "both plans are done");
            Rig.await(() -> dead.records().size() == 1, "the dead letter is there");
            assertThat(dead.records().getFirst().value()).isEqualTo(garbage);
            assertThat(
                            new String(
                                    dead.records()
                                            .getFirst()
                                            .headers()
                                            .lastHeader(Outputs.WHY)
                                            .value(),
                                    StandardCharsets.UTF_8))
                    .contains("not in the Confluent wire format");
            assertThat(rig.events(events).get("c_1").get(1).getEvents().getFirst())
                    .isInstanceOf(errand.facts.ConversationStuck.class);
        }
    }

    @Test
    void a_type_that_only_a_newer_version_knows_stops_the_engine_and_nothing_is_skipped()
            throws Exception {
        try (Rig rig = rig()) {
            EngineLifecycle engine = rig.engine();
            Schema future =
                    SchemaBuilder.record("errand.events.FromTheFuture")
                            .fields()
                            .requiredString("x")
                            .endRecord();
            int id =
                    new SchemaRegistry(registry.url())
                            .register(rig.names.inbox() + "-errand.events.FromTheFuture", future);
            rig.sendRaw("c_1", ByteBuffer.allocate(7).put((byte) 0).putInt(id).array());
            Rig.await(() -> engine.problem() != null, "the engine has stopped");
            assertThat(engine.problem())
                    .isEqualTo(
                            "Topic '%s' carries errand.events.FromTheFuture, which this version of Errand does not know. A newer version wrote it: update this service."
                                    .formatted(rig.names.inbox()));
            assertThat(new EngineHealth(engine).health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void a_deadline_falls_due_by_the_business_clock() throws Exception {
        try (Rig rig = rig()) {
            ErrandClock clock = ErrandClock.system();
            rig.engine(EngineSettings.defaults(), clock, Moments.none());
            Rig.Reader events = rig.events();
            rig.submit("c_1", "p_1");
            Rig.await(() -> rig.events(events).containsKey("c_1"), "the plan runs");
            clock.forward(Duration.ofMinutes(1));
            Rig.await(() -> rig.closed(events).size() == 1, "nobody answered: the plan failed");
            PlanClosed closed = rig.closed(events).getFirst();
            assertThat(closed.getOutcome().name()).isEqualTo("FAILED");
            assertThat(rig.events(events).get("c_1").getLast().getEvents())
                    .hasAtLeastOneElementOfType(StepFailed.class);
        }
    }

    @Test
    void a_conversation_that_left_goes_on_with_the_number_it_left_with() throws Exception {
        try (Rig rig = rig()) {
            rig.engine(
                    Rig.settings(
                            Duration.ofMillis(300),
                            Duration.ofMillis(600),
                            EngineSettings.AT_LEAST_ONCE),
                    Clock.systemUTC(),
                    Moments.none());
            Rig.Reader events = rig.events();
            Rig.Reader changelog = rig.read(rig.names.of("errand-engine-conversations-changelog"));
            rig.agent();
            rig.submit("c_1", "p_1");
            Rig.await(() -> rig.closed(events).size() == 1, "the plan is done");
            AtomicInteger other = new AtomicInteger();
            Rig.await(
                    () -> {
                        // Commits, which prove that the partition is ours, need traffic.
                        String said = "m_" + other.incrementAndGet();
                        rig.send("c_1x", said(said, "c_1x", null));
                        rig.send("c_" + said, said(said, "c_" + said, null));
                        return changelog.records().stream()
                                .anyMatch(
                                        record ->
                                                record.key().equals("c_1")
                                                        && record.value() == null);
                    },
                    "the conversation was forgotten");
            rig.send("c_1", said("m_x", "c_1", new errand.common.Resume(5L, null)));
            Rig.await(() -> rig.events(events).get("c_1").size() == 6, "it goes on");
            assertThat(rig.events(events).get("c_1").getLast().getSeq()).isEqualTo(6);
        }
    }

    private static UserSaid said(String id, String conversation, errand.common.Resume resume) {
        return new UserSaid(
                id, Instant.now(), conversation, id, "demo", "en", "hi", resume, false, null);
    }

    @Test
    void the_changelog_has_the_settings_that_late_writers_need() throws Exception {
        try (Rig rig = rig();
                Admin admin =
                        Admin.create(
                                java.util.Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            rig.engine();
            ConfigResource changelog =
                    new ConfigResource(
                            ConfigResource.Type.TOPIC,
                            rig.names.of("errand-engine-conversations-changelog"));
            var config = admin.describeConfigs(List.of(changelog)).all().get().get(changelog);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("min.compaction.lag.ms").value()).isEqualTo("900000");
            assertThat(config.get("delete.retention.ms").value()).isEqualTo("60000");
        }
    }
}
