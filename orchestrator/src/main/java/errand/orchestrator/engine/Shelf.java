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

    private static final int READ_AT_MOST = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final EngineSettings settings;
    private final DueTimes dueTimes = new DueTimes();
    private final Departures departures = new Departures();
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
            departures.lookAt(key, leavesAt(bytes));
        }
    }

    private long leavesAt(byte[] bytes) {
        long after =
                (StoredFormat.holdsSent(bytes) ? settings.leaveAfter() : settings.forgetAfter())
                        .toMillis();
        return StoredFormat.touched(bytes) + after;
    }

    /**
     * Lets idle conversations go in two steps: first the outputs kept for re-sending, then, much
     * later, what is remembered of them.
     *
     * @param committed every input below is committed
     * @param mayForget whether the partition is ours beyond doubt: a tombstone of somebody who lost
     *     it an hour ago would delete what has begun since
     */
    void letGo(long systemNow, int atMost, long committed, boolean mayForget) {
        departures.visit(systemNow, atMost, key -> letGo(key, systemNow, committed, mayForget));
    }

    private boolean letGo(Bytes key, long systemNow, long committed, boolean mayForget) {
        byte[] bytes = store.get(key);
        if (bytes == null || !StoredFormat.idle(bytes) || leavesAt(bytes) > systemNow) {
            return true; // gone, alive again, or to be looked at later by another entry
        }
        if (StoredFormat.applied(bytes) >= committed) {
            return false;
        }
        if (StoredFormat.holdsSent(bytes)) {
            Stored bare = StoredFormat.read(bytes).withoutSent();
            put(key, bare, StoredFormat.write(bare));
            return true;
        }
        if (mayForget) {
            store.delete(key);
            read.remove(key);
            count(bytes, -1);
        }
        return mayForget;
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
