package errand.runtime;

import errand.runtime.kafka.AgentOnKafka;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready means: tasks are taken. */
final class TasksHealth implements HealthIndicator {

    private final AgentOnKafka agent;

    TasksHealth(AgentOnKafka agent) {
        this.agent = agent;
    }

    @Override
    public Health health() {
        return agent.isConsuming()
                ? Health.up().build()
                : Health.down().withDetail("tasks", "none are taken yet, or no more").build();
    }
}
