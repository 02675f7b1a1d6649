package errand.orchestrator.documents;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values made from keys, kept while there are not too many. A full one forgets all: making a value
 * again gives the same value.
 */
public final class Recent<K, V> {

    private final int atMost;
    private final Function<K, V> maker;
    private final ConcurrentHashMap<K, V> kept = new ConcurrentHashMap<>();

    /**
     * @param maker pure: the same key gives the same value, never null
     */
    public Recent(int atMost, Function<K, V> maker) {
        this.atMost = atMost;
        this.maker = maker;
    }

    public V of(K key) {
        V known = kept.get(key);
        if (known != null) {
            return known;
        }
        V made = maker.apply(key);
        if (kept.size() >= atMost) {
            kept.clear();
        }
        kept.put(key, made);
        return made;
    }

    int size() {
        return kept.size();
    }
}
