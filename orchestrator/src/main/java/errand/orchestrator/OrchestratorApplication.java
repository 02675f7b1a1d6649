package errand.orchestrator;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.engine.Bootstrap;
import errand.orchestrator.engine.EngineConfiguration;
import errand.orchestrator.engine.EngineLifecycle;
import errand.orchestrator.engine.SharedTopics;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.planner.service.PlannerConfiguration;
import errand.orchestrator.view.ViewConfiguration;
import errand.orchestrator.web.WebConfiguration;
import errand.runtime.moments.Moments;
import errand.runtime.settings.ErrandClock;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The orchestrator as a service: directory, view, engine and web in one context. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ViewConfiguration.class, WebConfiguration.class, OrchestratorApplication.WithEngine.class})
public class OrchestratorApplication {

    public static void main(String[] args) {
        start(args);
    }

    /** Starts it; returns when it answers. Whether it is ready, its health says. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(OrchestratorApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        Map.of(
                                "spring.config.name", "orchestrator",
                                "spring.application.name", "orchestrator",
                                "spring.jmx.enabled", "false"))
                .initializers(OrchestratorApplication::begin)
                .run(args);
    }

    /**
     * After a crash plans go on while the rest of the service is still being put together. {@code
     * errand.engine.ahead=false} lets the engine wait for that, and so for the database's
     * migration.
     */
    private static void begin(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        Exposure.check(environment);
        Bootstrap bootstrap = new Bootstrap(environment, warmDocuments());
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("bootstrap", bootstrap);
        if (is("errand.engine.enabled", environment) && is("errand.engine.ahead", environment)) {
            EngineLifecycle engine = bootstrap.engine();
            beans.registerDisposableBean("bootstrap", engine);
            engine.startAhead();
        }
    }

    /** As {@code @ConditionalOnProperty} reads it: whatever is not {@code false}. */
    private static boolean is(String setting, Environment environment) {
        return !environment.getProperty(setting, "").equalsIgnoreCase("false");
    }

    /** Left out where only the web part shall run. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "errand.engine.enabled", matchIfMissing = true)
    @Import({EngineConfiguration.class, PlannerConfiguration.class})
    static class WithEngine {}

    /**
     * The first expression in a JVM takes a second of loading classes; the first plan should not.
     */
    private static Documents warmDocuments() {
        Documents documents = new JsonataDocuments();
        Thread.ofVirtual().name("warm-up").start(() -> warmUp(documents));
        return documents;
    }

    private static void warmUp(Documents documents) {
        Documents.Scope scope = new Documents.Scope("{\"n\":[1,2]}", Map.of(), null, Instant.EPOCH);
        String schema = "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}}}";
        for (int i = 0; i < 50; i++) {
            documents.input("{\"n\":\"${$in.n[$ > 1]^($)[0]}\"}", scope, schema);
        }
    }

    /** Of a context that was not begun by {@link #start}. */
    @Bean
    @ConditionalOnMissingBean
    Bootstrap bootstrap(Environment environment) {
        return new Bootstrap(environment, warmDocuments());
    }

    /** What expressions mean: shared by the engine and whoever folds. */
    @Bean
    Documents documents(Bootstrap bootstrap) {
        return bootstrap.documents();
    }

    @Bean
    ErrandClock errandClock(Bootstrap bootstrap) {
        return bootstrap.clock();
    }

    @Bean
    Moments moments(Bootstrap bootstrap) {
        return bootstrap.moments();
    }

    @Bean
    TopicNames topicNames(TopicSettings topics) {
        return new TopicNames(topics.prefix());
    }

    @Bean
    SchemaRegistry schemaRegistry(RegistrySettings registry) {
        return SchemaRegistry.at(registry.url());
    }

    @Bean
    SharedTopics sharedTopics(Bootstrap bootstrap) {
        return bootstrap.topics();
    }

    /** Made before the web part starts: all that the service stands on is there from here on. */
    @Bean
    Ground ground(
            KafkaSettings kafka,
            RegistrySettings registry,
            SharedTopics topics,
            DataSource database,
            Environment environment) {
        Ground ground = new Ground(kafka, registry, topics, database, environment);
        ground.prepare();
        return ground;
    }
}
