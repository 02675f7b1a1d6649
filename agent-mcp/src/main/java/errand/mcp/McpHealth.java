package errand.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Which servers answer, and why others do not; down when one does not. */
final class McpHealth implements HealthIndicator {

    private final Hosts hosts;

    McpHealth(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Health health() {
        Health.Builder health =
                hosts.all().stream().allMatch(Host::isUp) ? Health.up() : Health.down();
        for (Host host : hosts.all()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("server", host.isUp() ? "up" : "down");
            if (!host.isUp()) {
                one.put("why", host.why());
            }
            one.put("tools", host.rows().rows().size());
            if (!host.rows().leftOut().isEmpty()) {
                one.put("leftOut", host.rows().leftOut());
            }
            health.withDetail(host.agent(), one);
        }
        return health.build();
    }
}
