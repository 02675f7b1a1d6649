package errand.orchestrator.web;

import errand.orchestrator.view.RequestKeys;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Drops idempotency keys that are older than a day, once in a while. */
final class KeySweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeySweep.class);
    private static final long EVERY_MINUTES = 10;

    private final RequestKeys keys;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("key-sweep").factory());
    private @Nullable ScheduledFuture<?> sweeping;

    KeySweep(RequestKeys keys) {
        this.keys = keys;
    }

    @Override
    public synchronized void start() {
        sweeping =
                timer.scheduleWithFixedDelay(
                        this::sweep, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            int dropped = keys.sweep(Instant.ofEpochMilli(System.currentTimeMillis()));
            log.debug("{} idempotency keys were dropped", dropped);
        } catch (DataAccessException away) {
            log.warn("Old idempotency keys stay for now: {}", away.toString());
        }
    }

    @Override
    public synchronized void stop() {
        sweeping = null;
        timer.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return sweeping != null;
    }
}
