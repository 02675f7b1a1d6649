package errand.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import errand.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What one {@code up} runs, and how: enough to start any of its services again with the same
 * settings. Stands in the data folder while it runs.
 *
 * @param own agents that are not of this build
 * @param clock where the business clock stood at {@code startedAt}; null: it shows system time
 */
record Deployment(
        String folder,
        boolean processes,
        List<String> with,
        List<OwnAgent> own,
        Map<String, Integer> ports,
        Instant startedAt,
        @Nullable Instant clock,
        @Nullable Long seed,
        @Nullable String world) {

    static Optional<Deployment> of(DataFolder data) {
        if (!Files.exists(data.deployment())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(data.deployment(), Deployment.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    void save() {
        try {
            Files.writeString(data().deployment(), Json.MAPPER.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(data().deployment());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataFolder data() {
        return new DataFolder(Path.of(folder));
    }

    List<Service> services() {
        return Services.with(with, own);
    }

    /** The same where services listen elsewhere. */
    Deployment withPorts(Map<String, Integer> others) {
        return new Deployment(folder, processes, with, own, others, startedAt, clock, seed, world);
    }

    /** The services that have a process of their own here. */
    List<Service> apart() {
        return services().stream().filter(this::isApart).toList();
    }

    boolean isApart(Service service) {
        return processes || service.alwaysApart();
    }

    Service service(String name) {
        var services = services();
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Complaint(
                                        "No service is called '%s'. There are: %s"
                                                .formatted(
                                                        name,
                                                        String.join(
                                                                ", ",
                                                                services.stream()
                                                                        .map(Service::name)
                                                                        .toList()))));
    }

    int port(Service service) {
        var port = ports.get(service.name());
        if (port == null) {
            throw new IllegalStateException("No port was picked for " + service.name());
        }
        return port;
    }

    /** The same with its clock moved from now on, for what is started later. */
    Deployment forward(Duration by, Instant now) {
        return new Deployment(
                folder, processes, with, own, ports, now, clockAt(now).plus(by), seed, world);
    }

    /** What the business clock shows at a time of this machine. */
    Instant clockAt(Instant now) {
        return clock == null ? now : clock.plus(Duration.between(startedAt, now));
    }

    String address(Service service) {
        return "127.0.0.1:" + port(service);
    }

    String http(Service service) {
        return "http://" + address(service);
    }

    @JsonIgnore
    String url() {
        return http(Services.ORCHESTRATOR) + "/";
    }

    /** What every Spring service is told on its command line. */
    List<String> settings(Service service) {
        var settings = new ArrayList<String>();
        settings.add("--server.port=" + port(service));
        settings.add("--server.address=127.0.0.1");
        settings.add("--errand.kafka.bootstrap.servers=" + address(Services.BROKER));
        settings.add("--errand.registry.url=" + http(Services.REGISTRY));
        settings.add("--spring.datasource.url=" + PostgresServer.jdbcUrl(port(Services.POSTGRES)));
        settings.add("--spring.datasource.username=" + PostgresServer.USER);
        settings.add("--spring.datasource.password=" + PostgresServer.USER);
        settings.add("--errand.clock.movable=true");
        settings.add("--spring.lifecycle.timeout-per-shutdown-phase=4s");
        if (service.equals(Services.ORCHESTRATOR)) {
            // The broker here keeps idle connections for 2 minutes only.
            settings.add("--errand.engine.late-writes=5m");
        }
        McpFile.setting(service, with).ifPresent(settings::add);
        if (clock != null) {
            // A service that starts later, or again, starts at the time the others have by now.
            settings.add("--errand.clock.start=" + clockAt(Instant.now()));
        }
        if (seed != null) {
            settings.add("--errand.world.seed=" + seed);
        }
        if (world != null) {
            settings.add("--errand.world.directory=" + world);
        }
        return settings;
    }
}
