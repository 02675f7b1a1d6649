package errand.orchestrator.engine;

import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.view.View;
import errand.runtime.moments.Moments;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine as beans. Needs a {@link Documents}; {@code errand.engine.enabled=false} leaves the
 * engine out where only the web part shall run.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
public class EngineConfiguration {

    @Bean
    EngineLifecycle engineLifecycle(
            KafkaSettings kafka,
            TopicSettings topics,
            SharedTopics shared,
            EngineSettings settings,
            Documents documents,
            Clock clock,
            Moments moments,
            MeterRegistry meters,
            @Value("${errand.data:}") String data)
            throws IOException {
        SchemaRegistry schemas = shared.registry();
        TopicNames names = shared.options().names();
        AvroSerializer avro = new AvroSerializer(schemas);
        Commits commits = new Commits(moments, Clock.systemUTC());
        EngineMetrics metrics = new EngineMetrics(meters);
        EngineLifecycle engine =
                new EngineLifecycle(
                        kafka,
                        topics,
                        shared,
                        settings,
                        directory(data),
                        (destinations, admin) ->
                                new EngineParts(
                                        settings,
                                        names,
                                        () ->
                                                new Turns(
                                                        new Core(documents),
                                                        new AvroDeserializer(schemas),
                                                        new Outputs(
                                                                names,
                                                                avro,
                                                                destinations,
                                                                settings.largestOutput()),
                                                        !settings.exactlyOnce()),
                                        avro,
                                        commits,
                                        metrics,
                                        new FollowedView(
                                                        admin,
                                                        names.events(),
                                                        View.group(names),
                                                        commits)
                                                .started(),
                                        clock,
                                        Clock.systemUTC()));
        metrics.lag(() -> engine.lag(names.inbox()));
        return engine;
    }

    @Bean
    EngineHealth engineHealthIndicator(EngineLifecycle engine) {
        return new EngineHealth(engine);
    }

    /** Holds a lock and a process id only: conversations are in memory and in the changelog. */
    private static Path directory(String data) throws IOException {
        return data.isBlank()
                ? Files.createTempDirectory("errand-engine")
                : Path.of(data, "streams");
    }
}
