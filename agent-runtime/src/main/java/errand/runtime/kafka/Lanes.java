package errand.runtime.kafka;

import errand.runtime.settings.AgentSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes of one agent instance and the workers behind them.
 *
 * <p>Narrow lanes take one record at a time, so that a slow task holds up nothing but its lane; one
 * wide lane takes many, so that short tasks cost little. There are always two idle narrow lanes
 * until there are as many as workers. Whatever lanes hold, no more than {@code concurrency} tasks
 * run at once.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final int WIDE_RECORDS = 256;
    private static final int FIRST_NARROW = 4;
    private static final int IDLE_AT_LEAST = 2;
    private static final Duration WIDE_RESTS = Duration.ofSeconds(2);
    private static final long SHORT_NANOS = Duration.ofMillis(50).toNanos();
    private static final int SHORT_IN_A_ROW = 32;
    private static final Duration WIDE_FLOWS = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SEND_AGAIN_AFTER = Duration.ofMillis(500);

    private final String topic;
    private final AgentSettings settings;
    private final Attendant attendant;
    private final IntFunction<ShareConsumer<byte[], byte[]>> consumers;
    private final Broker broker;
    private final Semaphore workers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lanes").factory());
    private final Set<Lane> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger narrow = new AtomicInteger();
    private final AtomicInteger shortInARow = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean lettingGo;
    private volatile long wideRestsUntil = System.nanoTime();
    private volatile long wideFlowsUntil = System.nanoTime();

    /**
     * @param consumers makes a consumer that takes so many records at a time
     * @param broker is waited for when lanes have lost it
     */
    Lanes(
            String topic,
            AgentSettings settings,
            Attendant attendant,
            IntFunction<ShareConsumer<byte[], byte[]>> consumers,
            Broker broker) {
        this.topic = topic;
        this.settings = settings;
        this.attendant = attendant;
        this.consumers = consumers;
        this.broker = broker;
        this.workers = new Semaphore(settings.concurrency());
    }

    void start() {
        open(true);
        for (int i = 0; i < Math.min(FIRST_NARROW, settings.concurrency()); i++) {
            openNarrow();
        }
        var _ =
                looks.scheduleWithFixedDelay(
                        () -> open.forEach(Lane::look),
                        LOOK.toMillis(),
                        LOOK.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Takes nothing new, lets what runs finish for a while, gives back the rest. */
    void stop() {
        stopping = true;
        looks.shutdownNow();
        open.forEach(Lane::wakeup);
        awaitEmpty(settings.stopWithin());
        lettingGo = true;
        threads.shutdownNow();
        awaitEmpty(Duration.ofSeconds(5));
    }

    /** As if the process were killed: nothing more is done, nothing is given back. */
    void abandon() {
        stopping = true;
        looks.shutdownNow();
        lettingGo = true;
        open.forEach(Lane::wakeup);
        threads.shutdownNow();
    }

    /** Whether whatever comes now must wait. */
    boolean allTaken() {
        return workers.availablePermits() == 0;
    }

    boolean isConsuming() {
        return !stopping && !open.isEmpty();
    }

    String topic() {
        return topic;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean mustLetGo() {
        return lettingGo;
    }

    long renewAfterNanos() {
        return settings.lock().toNanos() / 3;
    }

    Duration commitWithin() {
        return settings.lock().dividedBy(2);
    }

    void wideWasTooMuch() {
        wideRestsUntil = System.nanoTime() + WIDE_RESTS.toNanos();
    }

    /** The wide lane has just taken, or just finished, many: one by one would only cost more. */
    void wideFlows() {
        wideFlowsUntil = System.nanoTime() + WIDE_FLOWS.toNanos();
    }

    /**
     * Whether the wide lane must not take anything now; waits a little if so. It works only while
     * all tasks have been short for a while: a slow one would hold up the others with it.
     */
    boolean restsWide() throws InterruptedException {
        if (shortInARow.get() < SHORT_IN_A_ROW) {
            TimeUnit.MILLISECONDS.sleep(20);
            return true;
        }
        return waitsALittle(wideRestsUntil, 50);
    }

    /** Whether narrow lanes need not take anything now; waits a little if so. */
    boolean restsNarrow() throws InterruptedException {
        return waitsALittle(wideFlowsUntil, 10);
    }

    private static boolean waitsALittle(long until, long millis) throws InterruptedException {
        if (System.nanoTime() - until >= 0) {
            return false;
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        return true;
    }

    /** A lane holds something: there must be another that does not. */
    void taken(Lane lane) {
        if (lane.isWide() || stopping) {
            return;
        }
        long idle = open.stream().filter(other -> !other.isWide() && !other.isBusy()).count();
        if (idle < IDLE_AT_LEAST) {
            openNarrow();
        }
    }

    void ended(Lane lane) {
        open.remove(lane);
        if (!lane.isWide()) {
            narrow.decrementAndGet();
        }
        if (!stopping) {
            Thread.startVirtualThread(() -> replace(lane));
        }
    }

    /**
     * Does a delivery on a thread of its own, when a worker is free, and says when it is settled.
     */
    void work(Delivery delivery, Runnable settled) {
        execute(
                () -> {
                    try {
                        workers.acquire();
                        try {
                            if (delivery.begin()) {
                                attend(delivery, settled);
                            }
                        } finally {
                            workers.release();
                        }
                    } catch (InterruptedException e) {
                        settle(delivery, AcknowledgeType.RELEASE, settled);
                    }
                });
    }

    /** Once the threads are shut down, what comes is left to lapse: the lane is closing. */
    private void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: a record is left for others");
        }
    }

    private void attend(Delivery delivery, Runnable settled) throws InterruptedException {
        long began = System.nanoTime();
        try {
            attendant
                    .attend(delivery)
                    .whenComplete((sent, failure) -> sent(delivery, settled, failure));
        } catch (RuntimeException e) {
            sent(delivery, settled, e);
        } catch (Error e) {
            // Held on to, it would hold its lane for ever; given back, it is given up in the end.
            LOG.error("{} is given back", delivery.place(), e);
            settle(delivery, AcknowledgeType.RELEASE, settled);
        } finally {
            took(System.nanoTime() - began);
        }
    }

    private void took(long nanos) {
        if (nanos > SHORT_NANOS) {
            shortInARow.set(0);
        } else if (shortInARow.get() < SHORT_IN_A_ROW) {
            shortInARow.incrementAndGet();
        }
    }

    /** What could not be sent is tried again from the start: the inbox knows what was done. */
    private void sent(Delivery delivery, Runnable settled, @Nullable Throwable failure) {
        if (failure == null) {
            settle(delivery, AcknowledgeType.ACCEPT, settled);
        } else if (stopping) {
            settle(delivery, AcknowledgeType.RELEASE, settled);
        } else {
            LOG.warn(
                    "What follows from {} could not be sent; trying again",
                    delivery.place(),
                    failure);
            execute(() -> again(delivery, settled));
        }
    }

    private void again(Delivery delivery, Runnable settled) {
        try {
            Thread.sleep(SEND_AGAIN_AFTER);
            attend(delivery, settled);
        } catch (InterruptedException e) {
            settle(delivery, AcknowledgeType.RELEASE, settled);
        }
    }

    private static void settle(Delivery delivery, AcknowledgeType how, Runnable settled) {
        delivery.settle(how);
        settled.run();
    }

    private void replace(Lane lane) {
        try {
            if (lane.isAlone()) {
                broker.await(this::isStopping);
            } else {
                TimeUnit.SECONDS.sleep(1);
            }
            if (lane.isWide()) {
                open(true);
            } else {
                openNarrow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openNarrow() {
        if (narrow.incrementAndGet() <= settings.concurrency()) {
            open(false);
        } else {
            narrow.decrementAndGet();
        }
    }

    private void open(boolean wide) {
        if (stopping) {
            return;
        }
        Lane lane = new Lane(this, wide, consumers.apply(wide ? WIDE_RECORDS : 1));
        open.add(lane);
        Thread.ofVirtual().name(topic + (wide ? " wide" : " narrow")).start(lane);
    }

    private void awaitEmpty(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
