package errand.orchestrator.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in memory. When it is rebuilt from the changelog, the record with the highest
 * applied offset wins, wherever it stands: an instance that woke up late may have written behind
 * the one that took over from it. For the same reason a tombstone takes away nothing but an idle
 * conversation: only those are ever let go, so one that runs has begun since.
 */
final class LatestStore implements KeyValueStore<Bytes, byte[]>, BatchingStateRestoreCallback {

    private static final int FORGOTTEN_AT_MOST = 200_000;

    private final String name;
    private final Map<Bytes, byte[]> records = new HashMap<>();
    private final Map<Bytes, Long> forgotten =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Bytes, Long> eldest) {
                    return size() > FORGOTTEN_AT_MOST;
                }
            };
    private boolean open;

    LatestStore(String name) {
        this.name = name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, this);
        open = true;
    }

    @Override
    public void restoreAll(Collection<KeyValue<byte[], byte[]>> batch) {
        for (KeyValue<byte[], byte[]> record : batch) {
            restored(Bytes.wrap(record.key), record.value);
        }
    }

    private void restored(Bytes key, byte @Nullable [] value) {
        byte[] known = records.get(key);
        if (value == null) {
            if (known != null && StoredFormat.idle(known)) {
                forgotten.merge(key, StoredFormat.applied(known), Math::max);
                records.remove(key);
            }
            return;
        }
        long applied = StoredFormat.applied(value);
        Long gone = forgotten.get(key);
        boolean old =
                (known != null && applied < StoredFormat.applied(known))
                        || (gone != null && applied <= gone);
        if (!old) {
            records.put(key, value);
        }
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        forgotten.clear();
        if (value == null) {
            records.remove(key);
        } else {
            records.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return records.get(key);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        byte[] known = get(key);
        if (known == null) {
            put(key, value);
        }
        return known;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] known = get(key);
        put(key, null);
        return known;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return walk(
                records.keySet().stream()
                        .filter(key -> from == null || key.compareTo(from) >= 0)
                        .filter(key -> to == null || key.compareTo(to) <= 0)
                        .sorted()
                        .toList());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return walk(new ArrayList<>(records.keySet()));
    }

    private KeyValueIterator<Bytes, byte[]> walk(List<Bytes> keys) {
        Iterator<Bytes> left = keys.iterator();
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                Bytes key = left.next();
                return KeyValue.pair(key, records.get(key));
            }

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException("Only hasNext and next are possible.");
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long approximateNumEntries() {
        return records.size();
    }

    @Override
    public String name() {
        return name;
    }

    /** Streams asks after every write; nobody queries the store from outside. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        records.clear();
        forgotten.clear();
    }
}
