package errand.mcp;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready means: every agent that has been started takes tasks. A server that is away is no reason.
 */
final class TasksOfAll implements HealthIndicator {

    private final Hosts hosts;

    TasksOfAll(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Health health() {
        return hosts.isRunning() && hosts.all().stream().allMatch(Host::takesTasks)
                ? Health.up().build()
                : Health.down().withDetail("tasks", "none are taken yet, or no more").build();
    }
}
