package errand.bench.frame;

import java.nio.file.Path;
import java.util.Map;

/**
 * The installation that is measured. A bench that starts its own gets one whose addresses are
 * empty.
 *
 * @param bootstrap the broker, as {@code host:port}
 * @param registry URL of the schema registry
 * @param api URL of the orchestrator, without a slash at its end
 * @param database the PostgreSQL server, as {@code host:port}
 * @param data the installation's data folder
 * @param mode {@code processes} or {@code one JVM}
 * @param services URLs of the agents, by the names of their services, without a slash at the end
 * @param pids process numbers by service
 */
public record Ground(
        String bootstrap,
        String registry,
        String api,
        String database,
        Path data,
        String mode,
        Map<String, String> services,
        Map<String, Long> pids) {

    public Ground {
        services = Map.copyOf(services);
        pids = Map.copyOf(pids);
    }
}
