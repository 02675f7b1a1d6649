package errand.orchestrator.engine;

import errand.runtime.measure.ConsumerLag;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the engine with its topics and schemas, and stops it. Starting waits for nothing: whether
 * the engine takes inputs is a matter of health.
 */
public final class EngineLifecycle implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLifecycle.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final TopicSettings topics;
    private final SharedTopics shared;
    private final EngineSettings settings;
    private final Path directory;
    private final BiFunction<Destinations, Admin, EngineParts> parts;
    private final Replacing replacing = new Replacing();
    private @Nullable Admin admin;
    private ViewProgress view = ViewProgress.EVERYTHING;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean wasRunning;
    private volatile boolean destroyed;
    private volatile @Nullable Thread ahead;

    EngineLifecycle(
            KafkaSettings kafka,
            TopicSettings topics,
            SharedTopics shared,
            EngineSettings settings,
            Path directory,
            BiFunction<Destinations, Admin, EngineParts> parts) {
        this.kafka = kafka;
        this.topics = topics;
        this.shared = shared;
        this.settings = settings;
        this.directory = directory;
        this.parts = parts;
    }

    /**
     * Begins to start in a thread of its own and returns at once. Needs broker and registry alone;
     * when they do not answer yet, {@link #start} starts the engine in its turn.
     */
    public void startAhead() {
        ahead =
                Thread.ofPlatform()
                        .name("engine-start")
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        start();
                                    } catch (RuntimeException notYet) {
                                        LOG.debug("The engine starts later", notYet);
                                    }
                                });
    }

    @Override
    public synchronized void start() {
        if (streams != null || destroyed) {
            return;
        }
        Admin client = Admin.create(kafka.admin(Map.of("client.id", "errand-engine-admin")));
        try {
            streams = start(client);
            admin = client;
        } finally {
            if (streams == null) {
                view.close();
                client.close(Duration.ZERO);
            }
        }
        LOG.info(
                "Engine '{}' starts with {} threads, {}",
                StreamsSettings.applicationId(topics),
                settings.threads(),
                settings.guarantee());
    }

    private KafkaStreams start(Admin client) {
        EngineParts made = parts.apply(new BrokerDestinations(client, shared), client);
        view = made.view();
        KafkaStreams started =
                new KafkaStreams(
                        EngineTopology.of(made),
                        StreamsSettings.of(kafka, topics, settings, directory),
                        new EngineClients(made.commits()));
        started.setUncaughtExceptionHandler(replacing);
        started.setStateListener((now, before) -> heard(now));
        try {
            started.start();
        } catch (RuntimeException failed) {
            started.close(Duration.ZERO);
            throw failed;
        }
        return started;
    }

    private void heard(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING && !wasRunning) {
            wasRunning = true;
            LOG.info("Engine '{}' decides", StreamsSettings.applicationId(topics));
        }
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

    /** Stops for good, also where something else failed before the start was through. */
    @Override
    public void destroy() {
        destroyed = true;
        Thread starting = ahead;
        if (starting != null) {
            starting.interrupt();
        }
        stop();
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
