package errand.orchestrator.engine;

import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.view.View;
import errand.runtime.moments.Moments;
import errand.runtime.settings.ClockSettings;
import errand.runtime.settings.ErrandClock;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What a service with an engine begins with, made from its settings alone: so the engine can start
 * before a context and its web part are put together, which takes longer than all else after a
 * crash. Beans of the same kinds are these.
 */
public final class Bootstrap {

    private final Binder settings;
    private final KafkaSettings kafka;
    private final TopicSettings topics;
    private final SharedTopics shared;
    private final ErrandClock clock;
    private final Moments moments;
    private final Documents documents;
    private final String data;
    private final EngineMetrics metrics = new EngineMetrics();
    private @Nullable EngineLifecycle engine;

    /**
     * Reads the settings; reaches for nothing.
     *
     * @throws RuntimeException caused by one that says which setting is missing or wrong
     */
    public Bootstrap(Environment environment, Documents documents) {
        this.settings = Binder.get(environment);
        this.kafka = settings.bindOrCreate("errand", KafkaSettings.class);
        this.topics = settings.bindOrCreate("errand.topics", TopicSettings.class);
        RegistrySettings registry =
                settings.bindOrCreate("errand.registry", RegistrySettings.class);
        this.shared = new SharedTopics(kafka, topics, SchemaRegistry.at(registry.url()));
        this.clock = ErrandClock.of(settings.bindOrCreate("errand.clock", ClockSettings.class));
        this.moments = Moments.inAny(environment.getProperty("errand.test.moments", ""));
        this.documents = documents;
        this.data = environment.getProperty("errand.data", "");
    }

    public SharedTopics topics() {
        return shared;
    }

    public ErrandClock clock() {
        return clock;
    }

    public Moments moments() {
        return moments;
    }

    public Documents documents() {
        return documents;
    }

    EngineMetrics metrics() {
        return metrics;
    }

    /** Always the same one; made when it is first asked for, not started. */
    public synchronized EngineLifecycle engine() {
        if (engine == null) {
            engine = newEngine(settings.bindOrCreate("errand.engine", EngineSettings.class));
        }
        return engine;
    }

    private EngineLifecycle newEngine(EngineSettings how) {
        EngineLifecycle made =
                new EngineLifecycle(
                        kafka,
                        topics,
                        shared,
                        how,
                        directory(),
                        (destinations, admin) -> parts(how, destinations, admin));
        metrics.lag(() -> made.lag(shared.options().names().inbox()));
        return made;
    }

    private EngineParts parts(EngineSettings how, Destinations destinations, Admin admin) {
        SchemaRegistry schemas = shared.registry();
        TopicNames names = shared.options().names();
        AvroSerializer avro = new AvroSerializer(schemas);
        Commits commits = new Commits(moments, Clock.systemUTC());
        return new EngineParts(
                how,
                names,
                () ->
                        new Turns(
                                new Core(documents),
                                new AvroDeserializer(schemas),
                                new Outputs(names, avro, destinations, how.largestOutput()),
                                !how.exactlyOnce()),
                avro,
                commits,
                metrics,
                new FollowedView(admin, names.events(), View.group(names), commits).started(),
                clock,
                Clock.systemUTC());
    }

    /** Holds a lock and a process id only: conversations are in memory and in the changelog. */
    private Path directory() {
        try {
            return data.isBlank()
                    ? Files.createTempDirectory("errand-engine")
                    : Path.of(data, "streams");
        } catch (IOException no) {
            throw new UncheckedIOException("No folder can be made for the engine.", no);
        }
    }
}
