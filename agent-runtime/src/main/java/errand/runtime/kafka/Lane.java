package errand.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One share consumer and what it holds. A share consumer gives nothing new until all it gave is
 * acknowledged, so a lane is blocked by its slowest record; {@link Lanes} keeps others free.
 */
final class Lane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /**
     * Long: a poll that begins while the fetch of the one before is still open may take a second
     * record (the consumer asks again when the answer and the new poll cross), and that record
     * would wait for the first.
     */
    private static final Duration POLL = Duration.ofSeconds(20);

    private static final Duration RENEW_POLL = Duration.ofMillis(10);
    private static final int RENEW_TRIES = 100;
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** A wide lane in which nothing ends for so long has slow tasks: others may have the rest. */
    private static final long STUCK_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** No record waits longer for a worker in a wide lane. */
    private static final long WAIT_AT_MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** So many records at once mean that there is a queue of short tasks. */
    private static final int MANY = 16;

    private static final int GIVE_BACK_UNTIL_DELIVERY = 2;

    /** So many looks in a row must find no connection. */
    private static final int SURE = 4;

    private final Lanes lanes;
    private final boolean wide;
    private final ShareConsumer<byte[], byte[]> consumer;
    private final LinkedBlockingQueue<Delivery> settled = new LinkedBlockingQueue<>();
    private final Map<Delivery.Place, Delivery> held = new HashMap<>();
    private final Metric connections;
    private volatile boolean busy;
    private volatile boolean alone;
    private int unconnected;
    private boolean waiting;
    private long arrived;
    private long progressed;
    private long renewed;
    private long committed;
    private boolean uncommitted;

    Lane(Lanes lanes, boolean wide, ShareConsumer<byte[], byte[]> consumer) {
        this.lanes = lanes;
        this.wide = wide;
        this.consumer = consumer;
        this.connections = connections(consumer);
    }

    private static Metric connections(ShareConsumer<byte[], byte[]> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(one -> one.getKey().name().equals("connection-count"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private boolean isConnected() {
        return connections.metricValue() instanceof Number number && number.doubleValue() > 0;
    }

    boolean isWide() {
        return wide;
    }

    boolean isBusy() {
        return busy;
    }

    /** Whether it ended because no broker could be reached. */
    boolean isAlone() {
        return alone;
    }

    /**
     * One of several looks a second, from outside. A share consumer that has lost its broker and
     * owes it a heartbeat looks for it as fast as the processor goes, with both its threads
     * (KAFKA-20253): a few of them starve whatever else runs here, such as a broker that starts
     * again. So a lane without any connection ends, what it holds or not: a broker that was away
     * delivers that anew in any case. The client's own metric counts connections.
     */
    void look() {
        unconnected = isConnected() ? 0 : unconnected + 1;
        if (unconnected == SURE) {
            alone = true;
            LOG.debug("A lane of {} has no connection and ends", lanes.topic());
            wakeup();
        }
    }

    /** Ends a wait for something new; what is held is finished undisturbed. */
    synchronized void wakeup() {
        if (waiting) {
            consumer.wakeup();
        }
    }

    private synchronized void waits(boolean now) {
        waiting = now;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(lanes.topic()));
            while (!lanes.isStopping() && !alone) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("Lane stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A lane of {} ended and is replaced", lanes.topic(), e);
        } finally {
            close();
            lanes.ended(this);
        }
    }

    private void close() {
        try {
            if (alone) {
                held.values().forEach(Delivery::giveBack); // what has begun is finished
                consumer.close(Duration.ZERO); // nobody is there to say good-bye to
            } else {
                consumer.close();
            }
        } catch (RuntimeException e) {
            LOG.warn("A consumer of {} did not close well", lanes.topic(), e);
        }
    }

    private void turn() throws InterruptedException {
        if (wide ? lanes.restsWide() : lanes.restsNarrow()) {
            return;
        }
        ConsumerRecords<byte[], byte[]> records = next();
        if (records.isEmpty()) {
            return;
        }
        busy = true;
        lanes.taken(this);
        arrived = progressed = renewed = committed = System.nanoTime();
        records.forEach(this::take);
        boolean many = wide && records.count() >= MANY;
        if (many) {
            lanes.wideFlows();
        }
        while (!held.isEmpty() && !lanes.mustLetGo() && !alone) {
            settleSome();
        }
        busy = false;
        if (many) {
            lanes.wideFlows();
        }
    }

    private ConsumerRecords<byte[], byte[]> next() {
        waits(true);
        try {
            return lanes.isStopping() || alone ? ConsumerRecords.empty() : consumer.poll(POLL);
        } finally {
            waits(false);
        }
    }

    /** A record already held comes again after its lock was renewed. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (held.containsKey(Delivery.Place.of(record))) {
            return;
        }
        Delivery delivery = new Delivery(record);
        held.put(delivery.place(), delivery);
        lanes.work(delivery, () -> settled.add(delivery));
    }

    private void settleSome() throws InterruptedException {
        Delivery next = settled.poll(uncommitted || wide ? 5 : 200, TimeUnit.MILLISECONDS);
        long now = System.nanoTime();
        for (; next != null; next = settled.poll()) {
            release(next, next.settled());
            progressed = now;
        }
        if (wide && (now - progressed > STUCK_AFTER_NANOS || now - arrived > WAIT_AT_MOST_NANOS)) {
            giveBackWhatWaits();
        }
        if (held.isEmpty()) {
            return; // the acknowledgements go out with the next poll
        }
        if (uncommitted && now - committed > COMMIT_EVERY_NANOS) {
            consumer.commitAsync();
            uncommitted = false;
            committed = now;
        }
        if (now - renewed > lanes.renewAfterNanos()) {
            renew();
            renewed = System.nanoTime();
        }
    }

    private void giveBackWhatWaits() {
        for (Delivery delivery : List.copyOf(held.values())) {
            if (delivery.count() <= GIVE_BACK_UNTIL_DELIVERY && delivery.giveBack()) {
                release(delivery, AcknowledgeType.RELEASE);
                lanes.wideWasTooMuch();
            }
        }
    }

    private void release(Delivery delivery, AcknowledgeType how) {
        held.remove(delivery.place());
        acknowledge(delivery, how);
        uncommitted = true;
    }

    /**
     * Keeps what is held past the lock: the consumer hands it back once the broker has agreed. The
     * commit comes first: a poll would leave a long fetch open on the connection, and the next
     * acknowledgement would wait behind it.
     */
    private void renew() {
        try {
            renewed();
        } catch (WakeupException stopping) {
            renewed(); // the call to stop crossed with the last records; they are finished first
        }
    }

    private void renewed() {
        held.values().forEach(delivery -> acknowledge(delivery, AcknowledgeType.RENEW));
        consumer.commitSync(lanes.commitWithin());
        uncommitted = false;
        Set<Delivery.Place> back = new HashSet<>();
        for (int tries = 0; back.isEmpty() && tries < RENEW_TRIES; tries++) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(RENEW_POLL)) {
                back.add(Delivery.Place.of(record));
                take(record);
            }
        }
    }

    private void acknowledge(Delivery delivery, AcknowledgeType how) {
        try {
            consumer.acknowledge(delivery.record(), how);
        } catch (IllegalStateException lost) {
            LOG.info(
                    "The lock on {} was lost before it was settled; it will be delivered again",
                    delivery.place());
        }
    }
}
