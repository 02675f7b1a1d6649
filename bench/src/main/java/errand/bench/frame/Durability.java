package errand.bench.frame;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What an acknowledged record survives. Figures of different classes are not compared: a flush of
 * each append costs more than all that is done with it.
 */
public enum Durability {
    /** The end of any process, not of the machine. */
    PAGE_CACHE("page cache, acks=all, no fsync per append", 8_000),

    /** The end of the machine, too: the broker runs with {@value #FLUSH}=1. */
    FSYNC("fsync on each append, acks=all", 3_000);

    /** The broker's setting that decides: flush after so many records. */
    public static final String FLUSH = "log.flush.interval.messages";

    private final String told;
    private final double leastBound;

    Durability(String told, double leastBound) {
        this.told = told;
        this.leastBound = leastBound;
    }

    /** As reports say it. */
    public String told() {
        return told;
    }

    /**
     * Plans/s that the raw bound does at least on a machine whose figures count. Quiet machines of
     * 2 cores do 12,000 without and 4,350 with a flush of each append.
     */
    public double leastBound() {
        return leastBound;
    }

    /** The class of a broker that flushes after so many records, as its setting reads. */
    static Durability of(String flushInterval) {
        return flushInterval.equals("1") ? FSYNC : PAGE_CACHE;
    }

    /** What the broker there runs with, as it says itself. */
    public static Durability of(Admin admin) throws InterruptedException {
        try {
            var node = admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).iterator().next();
            var broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            var settings = admin.describeConfigs(List.of(broker)).all().get(30, TimeUnit.SECONDS);
            return of(Objects.requireNonNull(settings.get(broker)).get(FLUSH).value());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not tell how it is set up", e);
        }
    }

    static Durability at(String bootstrap) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return of(admin);
        }
    }
}
