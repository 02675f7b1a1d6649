package errand.orchestrator.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the engine takes inputs; otherwise down with the reason. Part of readiness. */
final class EngineHealth implements HealthIndicator {

    private final EngineLifecycle engine;

    EngineHealth(EngineLifecycle engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        String problem = engine.problem();
        return problem == null
                ? Health.up().build()
                : Health.down().withDetail("reason", problem).build();
    }
}
