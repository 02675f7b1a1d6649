package errand.orchestrator.engine;

import errand.runtime.measure.ConsumerLag;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the engine with its topics and schemas, and stops it. Starting waits for nothing: whether
 * the engine takes inputs is a matter of health.
 */
public final class EngineLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLifecycle.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final TopicSettings topics;
    private final SchemaRegistry registry;
    private final EngineSettings settings;
    private final Path directory;
    private final BiFunction<Destinations, Admin, EngineParts> parts;
    private final Replacing replacing = new Replacing();
    private @Nullable Admin admin;
    private ViewProgress view = ViewProgress.EVERYTHING;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean wasRunning;

    EngineLifecycle(
            KafkaSettings kafka,
            TopicSettings topics,
            SchemaRegistry registry,
            EngineSettings settings,
            Path directory,
            BiFunction<Destinations, Admin, EngineParts> parts) {
        this.kafka = kafka;
        this.topics = topics;
        this.registry = registry;
        this.settings = settings;
        this.directory = directory;
        this.parts = parts;
    }

    @Override
    public synchronized void start() {
        if (streams != null) {
            return;
        }
        TopicOptions options =
                new TopicOptions(
                        topics.prefix(),
                        topics.partitions(),
                        topics.replicationFactor(),
                        topics.create());
        Admin client = Admin.create(kafka.admin(Map.of("client.id", "errand-engine-admin")));
        admin = client;
        BrokerDestinations destinations = new BrokerDestinations(client, options, registry);
        destinations.prepare(Topics.withDeadLetters(Topics.shared()));
        EngineParts made = parts.apply(destinations, client);
        view = made.view();
        KafkaStreams started =
                new KafkaStreams(
                        EngineTopology.of(made),
                        StreamsSettings.of(kafka, topics, settings, directory),
                        new EngineClients(made.commits()));
        started.setUncaughtExceptionHandler(replacing);
        started.setStateListener((now, before) -> wasRunning |= now == KafkaStreams.State.RUNNING);
        started.start();
        streams = started;
        LOG.info(
                "Engine '{}' starts with {} threads, {}",
                StreamsSettings.applicationId(topics),
                settings.threads(),
                settings.guarantee());
    }

    @Override
    public synchronized void stop() {
        if (streams != null) {
            streams.close(CLOSE_WITHIN);
            streams = null;
            view.close();
            Objects.requireNonNull(admin).close(Duration.ofSeconds(1));
            wasRunning = false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** Stops after web has, so that what was accepted still goes in. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }

    /** Why the engine takes no inputs, or null when it does. */
    @Nullable String problem() {
        String stopped = replacing.stopped();
        if (stopped != null) {
            return stopped;
        }
        KafkaStreams now = streams;
        if (now == null) {
            return "The engine is not started.";
        }
        if (!now.state().isRunningOrRebalancing()) {
            return "The engine is in state %s.".formatted(now.state());
        }
        return wasRunning ? null : "The engine is reading its state.";
    }

    /** Records of a topic that are written and not read yet by this instance. */
    double lag(String topic) {
        KafkaStreams now = streams;
        return now == null ? 0 : ConsumerLag.records(now.metrics(), topic);
    }

    @Nullable KafkaStreams streams() {
        return streams;
    }
}
