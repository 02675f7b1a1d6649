package errand.runtime.kafka;

import errand.runtime.measure.TaskMetrics;
import errand.runtime.moments.Moments;
import errand.runtime.settings.AgentSettings;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.TopicSettings;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.TaskWork;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of an agent on Kafka, from its start in good order to its end. */
public final class AgentOnKafka {

    private static final Logger LOG = LoggerFactory.getLogger(AgentOnKafka.class);

    private final KafkaSettings kafka;
    private final TaskWork work;
    private final String agent;
    private final String group;
    private final Ground ground;
    private final Patience patience = new Patience(this::isStopping);
    private final Outbound outbound;
    private final Lanes lanes;
    private final Announcements announcements;
    private final Busyness busyness;
    private final Cancellations cancellations;
    private volatile boolean stopping;

    public AgentOnKafka(
            KafkaSettings kafka,
            TopicSettings topics,
            RegistrySettings registrySettings,
            AgentSettings settings,
            TaskWork work,
            EndedPlans ended,
            TaskMetrics metrics,
            Moments moments,
            Clock clock) {
        this.kafka = kafka;
        this.work = work;
        this.agent = work.table().agent();
        this.group = topics.prefix() + "agent-" + agent;
        TopicNames names = new TopicNames(topics.prefix());
        SchemaRegistry registry = new SchemaRegistry(registrySettings.url());
        AvroDeserializer deserializer = new AvroDeserializer(registry);
        String instance = agent + "-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        RunningReads reads = new RunningReads();
        this.ground = new Ground(kafka, topics, settings, registry, patience);
        this.outbound = new Outbound(kafka, new AvroSerializer(registry), names, instance);
        Attendant attendant =
                new Attendant(
                        work,
                        deserializer,
                        outbound,
                        new DeadLetters(outbound, metrics),
                        reads,
                        metrics,
                        moments,
                        clock,
                        settings.deliveries());
        this.lanes =
                new Lanes(
                        names.taskRequests(agent),
                        settings,
                        attendant,
                        this::consumer,
                        new Broker(kafka.admin(Map.of("client.id", "agent-" + agent + "-waits"))));
        this.busyness = new Busyness(lanes::allTaken, this::announceSoon);
        this.announcements =
                new Announcements(
                        outbound,
                        work.table(),
                        instance,
                        clock,
                        settings.announceEvery(),
                        work.breakers(),
                        busyness::isBusy);
        work.breakers()
                .listen(
                        (capability, state) -> {
                            metrics.breaker(capability, state);
                            announceSoon();
                        });
        this.cancellations =
                new Cancellations(kafka, names.cancellations(), deserializer, ended, reads);
    }

    private void announceSoon() {
        announcements.soon();
    }

    /** Returns once it takes tasks; waits for what is not there yet. */
    public void start() throws Exception {
        ground.prepare(agent, group);
        cancellations.start();
        lanes.start();
        announcements.start();
        busyness.start();
        List<String> names =
                work.table().rows().stream().map(row -> row.capability().name()).toList();
        if (names.isEmpty()) {
            LOG.warn("Agent '{}' is here and can do nothing: it announces no capability.", agent);
        } else {
            LOG.info("Agent '{}' takes tasks: {}", agent, String.join(", ", names));
        }
    }

    /** Waits for something else that a start needs, as patiently as for Kafka. */
    public <T> T waitFor(String what, Callable<T> attempt, Predicate<Throwable> passes)
            throws Exception {
        return patience.until(what, attempt, passes);
    }

    public boolean isConsuming() {
        return lanes.isConsuming();
    }

    /** Takes nothing new, finishes or gives back what it holds, says that it leaves. */
    public void stop() throws InterruptedException {
        stopping = true;
        busyness.stop();
        cancellations.stop();
        lanes.stop();
        announcements.leave();
        outbound.close();
    }

    /** As a crash would: for tests. Nothing is finished, given back or said. */
    void abandon() {
        stopping = true;
        busyness.stop();
        announcements.abandon();
        cancellations.stop();
        lanes.abandon();
    }

    private boolean isStopping() {
        return stopping;
    }

    private ShareConsumer<byte[], byte[]> consumer(int records) {
        Map<String, Object> settings =
                kafka.consumer(Map.of("fetch.max.wait.ms", "500", "client.id", "agent-" + agent));
        settings.put("group.id", group);
        settings.put("share.acknowledgement.mode", "explicit");
        settings.put("share.acquire.mode", "record_limit");
        settings.put("max.poll.interval.ms", "86400000"); // a resting lane is not a dead one
        settings.put("max.poll.records", String.valueOf(records));
        return new KafkaShareConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
