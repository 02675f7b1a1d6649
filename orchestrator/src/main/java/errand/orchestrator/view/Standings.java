package errand.orchestrator.view;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that were touched lately, in memory; the rest is in the database. What is not
 * written yet is never dropped.
 */
final class Standings {

    private final ViewStore store;
    private final int limit;
    private final Map<String, @Nullable Standing> known = new LinkedHashMap<>(256, 0.75f, true);

    Standings(ViewStore store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    /** Sees to it that all of these are in memory, with one question to the database. */
    void fetch(Set<String> ids) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (!known.containsKey(id)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, Standing> found = store.load(missing);
            missing.forEach(id -> known.put(id, found.get(id)));
        }
    }

    /** Null for one that has no row. */
    @Nullable Standing get(String id) {
        return known.get(id);
    }

    void put(Standing standing) {
        known.put(standing.id(), standing);
    }

    /** Drops what was not touched for longest; to be called when everything is written. */
    void trim() {
        Iterator<String> eldest = known.keySet().iterator();
        while (known.size() > limit && eldest.hasNext()) {
            eldest.next();
            eldest.remove();
        }
    }

    void forget(Collection<Integer> partitions) {
        known.values()
                .removeIf(
                        standing -> standing == null || partitions.contains(standing.partition()));
    }
}
