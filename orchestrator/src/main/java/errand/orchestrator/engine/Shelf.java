package errand.orchestrator.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of one partition: the store, those of it that were read lately as objects, and
 * the two indexes over it by time.
 */
final class Shelf {

    /**
     * One with a plan of seven steps takes some 50 KB, twenty times what its bytes do; to read it
     * again takes 0.1 ms. What waits for people or for its turn need not be at hand.
     */
    private static final int READ_AT_MOST = 400;

    private final KeyValueStore<Bytes, byte[]> store;
    private final EngineSettings settings;
    private final DueTimes dueTimes = new DueTimes();
    private final Departures leaving = new Departures();
    private final Departures forgetting = new Departures();
    private final Map<Bytes, Stored> read =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Bytes, Stored> eldest) {
                    return size() > READ_AT_MOST;
                }
            };
    private int live;
    private int idle;

    /** Indexes what the store was restored with. */
    Shelf(KeyValueStore<Bytes, byte[]> store, EngineSettings settings) {
        this.store = store;
        this.settings = settings;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                count(entry.value, 1);
                index(entry.key, entry.value);
            }
        }
    }

    @Nullable Stored get(Bytes key) {
        Stored known = read.get(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return null;
        }
        Stored stored = StoredFormat.read(bytes);
        read.put(key, stored);
        return stored;
    }

    void put(Bytes key, Stored stored, byte[] bytes) {
        byte[] before = store.get(key);
        if (before != null) {
            count(before, -1);
        }
        store.put(key, bytes);
        if (stored.idle()) {
            read.remove(key); // most are never asked for again
        } else {
            read.put(key, stored);
        }
        count(bytes, 1);
        index(key, bytes);
    }

    private void index(Bytes key, byte[] bytes) {
        dueTimes.set(key, StoredFormat.due(bytes));
        if (StoredFormat.idle(bytes)) {
            (StoredFormat.holdsSent(bytes) ? leaving : forgetting).lookAt(key, leavesAt(bytes));
        }
    }

    private long leavesAt(byte[] bytes) {
        long after =
                (StoredFormat.holdsSent(bytes) ? settings.leaveAfter() : settings.forgetAfter())
                        .toMillis();
        return StoredFormat.touched(bytes) + after;
    }

    /** How much earlier than usual conversations are forgotten, in milliseconds. */
    private long earlier() {
        return idle > settings.rememberAtMost()
                ? settings.forgetAfter().minus(settings.lateWrites()).toMillis()
                : 0;
    }

    /**
     * Lets idle conversations go in two steps: first the outputs kept for re-sending, then, much
     * later, what is remembered of them.
     *
     * @param committed every input below is committed
     * @param seen of every input below, whoever asks the view is told what followed: a message for
     *     a conversation that was forgotten begins where the view says it ended
     */
    void letGo(long systemNow, int atMost, long committed, long seen) {
        leaving.visit(systemNow, atMost, key -> leave(key, systemNow, committed));
        long then = systemNow + earlier();
        forgetting.visit(then, atMost, key -> forget(key, then, Math.min(committed, seen)));
    }

    /** Whether it needs no other look by this entry. */
    private boolean leave(Bytes key, long now, long committed) {
        byte[] bytes = over(key, true, now);
        if (bytes == null) {
            return true;
        }
        if (StoredFormat.applied(bytes) >= committed) {
            return false;
        }
        Stored bare = StoredFormat.read(bytes).withoutSent();
        put(key, bare, StoredFormat.write(bare));
        return true;
    }

    private boolean forget(Bytes key, long now, long below) {
        byte[] bytes = over(key, false, now);
        if (bytes == null) {
            return true;
        }
        if (StoredFormat.applied(bytes) >= below) {
            return false;
        }
        store.delete(key);
        read.remove(key);
        count(bytes, -1);
        return true;
    }

    /**
     * What is stored of a conversation whose time has come; null when it is gone, alive again, or
     * to be looked at by another entry.
     */
    private byte @Nullable [] over(Bytes key, boolean holdsSent, long now) {
        byte[] bytes = store.get(key);
        return bytes != null
                        && StoredFormat.idle(bytes)
                        && StoredFormat.holdsSent(bytes) == holdsSent
                        && leavesAt(bytes) <= now
                ? bytes
                : null;
    }

    private void count(byte[] bytes, int by) {
        if (StoredFormat.idle(bytes)) {
            idle += by;
        } else {
            live += by;
        }
    }

    DueTimes dueTimes() {
        return dueTimes;
    }

    /** Conversations in which something runs or is awaited. */
    int live() {
        return live;
    }

    /** Conversations that are only remembered. */
    int idle() {
        return idle;
    }
}
