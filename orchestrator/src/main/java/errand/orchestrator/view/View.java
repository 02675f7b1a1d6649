package errand.orchestrator.view;

import errand.orchestrator.codec.UnknownFact;
import errand.runtime.measure.ConsumerLag;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.Takeover;
import errand.schemas.TopicNames;
import errand.schemas.serde.UnknownRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the view going: a member of group {@code errand-view} on a thread of its own. A database or
 * broker that is away is waited for; a fact that this version does not know stops the view for
 * good.
 */
public final class View implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(View.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final int MANY = 128;
    private static final Duration GATHER_MORE = Duration.ofMillis(200);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final String topic;
    private final String group;
    private final Deserializer<SpecificRecord> avro;
    private final ViewStore store;
    private final ViewSettings settings;
    private final ViewMeters meters;
    private final CountDownLatch stop = new CountDownLatch(1);

    private volatile boolean consuming;
    private volatile @Nullable String trouble;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private @Nullable Thread thread;

    View(
            KafkaSettings kafka,
            TopicNames names,
            Deserializer<SpecificRecord> avro,
            ViewStore store,
            ViewSettings settings,
            ViewMeters meters) {
        this.kafka = kafka;
        this.topic = names.events();
        this.group = group(names);
        this.avro = avro;
        this.store = store;
        this.settings = settings;
        this.meters = meters;
        meters.lag(this::lag);
    }

    /** The consumer group whose committed offsets tell what the view has. */
    public static String group(TopicNames names) {
        return names.of("errand-view");
    }

    @Override
    public synchronized void start() {
        if (settings.rebuild()) {
            rebuild();
        }
        thread = Thread.ofPlatform().name("view").start(this::run);
    }

    private void rebuild() {
        try {
            store.clear();
            log.info(
                    "The view was emptied (errand.view.rebuild) and is folded from the beginning.");
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot empty the view", failed);
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** After the directory, before the engine and the web server. */
    @Override
    public int getPhase() {
        return 100;
    }

    /** Why the view does not follow the log, or null when it does. */
    public @Nullable String trouble() {
        String known = trouble;
        if (known != null) {
            return known;
        }
        return consuming ? null : "The view has no partitions yet.";
    }

    private double lag() {
        Consumer<String, byte[]> now = reading;
        return now == null ? 0 : ConsumerLag.records(now.metrics(), topic);
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void run() {
        while (!stopping()) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                reading = consumer;
                follow(consumer);
            } catch (UnknownRecord | UnknownFact | ViewFolder.Unreadable fatal) {
                trouble = "The view has stopped: " + fatal.getMessage();
                log.error(trouble);
                consuming = false;
                return;
            } catch (ViewStore.Overtaken overtaken) {
                log.info("{} This one reads its place again.", overtaken.getMessage());
            } catch (WakeupException stopped) {
                return;
            } catch (SQLException | RuntimeException away) {
                waitAfter(away);
            }
            consuming = false;
        }
    }

    private void waitAfter(Exception failed) {
        if (stopping()) {
            return;
        }
        trouble = "The view waits: " + failed.getMessage();
        log.warn("The view could not go on and tries again in 1 s: {}", failed.toString(), failed);
        try {
            boolean ended = stop.await(1, TimeUnit.SECONDS);
            log.debug("Waited, stopping: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws SQLException {
        ViewFolder folder = new ViewFolder(consumer, avro, store, settings.kept(), meters);
        consumer.subscribe(List.of(topic), folder);
        long checked = System.nanoTime();
        while (!stopping()) {
            for (var portion : Portions.of(gathered(consumer), settings.bytes())) {
                folder.fold(portion);
            }
            if (System.nanoTime() - checked > CHECK_EVERY.toNanos()) {
                folder.checkPlace();
                // Tools show the lag by it, and the engine forgets what the view has. Where to go
                // on is in the database.
                consumer.commitAsync();
                checked = System.nanoTime();
            }
            if (!consuming && !consumer.assignment().isEmpty()) {
                consuming = true;
            }
            trouble = null;
        }
    }

    /**
     * What came, and what came in the moment after it: a plan's row is written once for several of
     * its events, not while its next step is being decided on the same processors, and few large
     * fetches cost the broker less than many small ones.
     */
    private static List<ConsumerRecord<String, byte[]>> gathered(
            Consumer<String, byte[]> consumer) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        consumer.poll(POLL).forEach(all::add);
        if (!all.isEmpty()) {
            Duration wait = all.size() >= MANY ? GATHER_MORE : GATHER;
            LockSupport.parkNanos(wait.toNanos());
            consumer.poll(Duration.ZERO).forEach(all::add);
        }
        return all;
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                consumerSettings(kafka, group, settings),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** As soon as the engine of a dead node goes on elsewhere, persons want to see it. */
    static Map<String, Object> consumerSettings(
            KafkaSettings kafka, String group, ViewSettings settings) {
        Map<String, Object> defaults = new HashMap<>(Takeover.soon());
        defaults.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        Map<String, Object> settingsOfConsumer = kafka.consumer(defaults);
        settingsOfConsumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settingsOfConsumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settingsOfConsumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settingsOfConsumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settingsOfConsumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.records());
        return settingsOfConsumer;
    }
}
