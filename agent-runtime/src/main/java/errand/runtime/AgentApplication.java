package errand.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts an agent as a service of its own: settings from {@code agent-<name>.yml}, health and
 * metrics over HTTP on 127.0.0.1, no banner, an orderly stop.
 */
public final class AgentApplication {

    private AgentApplication() {}

    /**
     * Starts it and returns once it takes tasks.
     *
     * @param application the class whose package is scanned for the {@code Agent} bean
     * @param name of the agent, as in its table of capabilities; also its schema in PostgreSQL
     * @param args command line, {@code --server.port=0} and the like
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, String name, String... args) {
        return of(application, name).run(args);
    }

    /**
     * The same before it runs, for who starts agents whose names are settings, several in one
     * process.
     */
    public static SpringApplication of(Class<?> application, String name) {
        SpringApplication spring =
                new SpringApplicationBuilder(application)
                        .bannerMode(Banner.Mode.OFF)
                        .properties(defaults(name))
                        .application();
        spring.addInitializers(
                context -> leaveOutDatabaseWhenNoneIsNamed(context.getEnvironment()));
        return spring;
    }

    private static Map<String, Object> defaults(String name) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.config.name", "agent-" + name);
        defaults.put("spring.application.name", "agent-" + name);
        defaults.put("errand.agent.name", name);
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("spring.threads.virtual.enabled", "true");
        defaults.put("server.address", "127.0.0.1");
        defaults.put("server.port", "0");
        // Whoever calls /sandbox is known by the connection; no header may say otherwise.
        defaults.put("server.forward-headers-strategy", "none");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        defaults.put("management.endpoints.web.exposure.include", "health,prometheus");
        defaults.put("management.endpoint.health.probes.enabled", "true");
        defaults.put("management.endpoint.health.group.readiness.include", "readinessState,tasks");
        defaults.put("spring.datasource.hikari.maximum-pool-size", "8");
        defaults.put("spring.datasource.hikari.minimum-idle", "1");
        defaults.put("spring.datasource.hikari.connection-timeout", "5000");
        defaults.put("spring.datasource.hikari.initialization-fail-timeout", "-1");
        defaults.put("spring.datasource.hikari.schema", name);
        defaults.put("spring.flyway.enabled", "false");
        // Why a call was refused is said in its answer.
        defaults.put("spring.mvc.problemdetails.enabled", "true");
        // Lucene would recommend an incubator module at every start.
        defaults.put("logging.level.org.apache.lucene.internal.vectorization", "error");
        return defaults;
    }

    /** An agent that only reads needs no database, and Spring would insist on one. */
    private static void leaveOutDatabaseWhenNoneIsNamed(ConfigurableEnvironment environment) {
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "no-database",
                                Map.of(
                                        "spring.autoconfigure.exclude",
                                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")));
    }
}
