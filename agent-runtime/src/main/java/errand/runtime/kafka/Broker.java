package errand.runtime.kafka;

import static org.apache.kafka.clients.admin.AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks, patiently, whether there is a broker again. */
final class Broker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final int ANSWERS_WITHIN_MS = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long STILL_TRUE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Object> settings;
    private @Nullable Long answeredAt;

    /**
     * @param settings of an admin client
     */
    Broker(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        // The client, too, looks again after this pause at most.
        this.settings.putIfAbsent(RECONNECT_BACKOFF_MAX_MS_CONFIG, PAUSE.toMillis());
    }

    /** Returns once a broker answers, or nobody needs it any more. Of many who wait, one asks. */
    synchronized void await(BooleanSupplier needless) throws InterruptedException {
        Long known = answeredAt;
        if (known != null && System.nanoTime() - known < STILL_TRUE_NANOS) {
            return;
        }
        LOG.warn("The broker is away; waiting for it");
        try (Admin admin = Admin.create(settings)) {
            while (!answers(admin)) {
                if (needless.getAsBoolean()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
        answeredAt = System.nanoTime();
        LOG.info("The broker is back");
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            var options = new DescribeClusterOptions().timeoutMs(ANSWERS_WITHIN_MS);
            return !admin.describeCluster(options).nodes().get().isEmpty();
        } catch (ExecutionException away) {
            LOG.debug("Still away", away);
            return false;
        }
    }
}
