package errand.orchestrator.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.apache.kafka.common.utils.Bytes;

/**
 * When each conversation's earliest timer falls due. An index over the store, rebuilt from it; a
 * moment that was handed out is kept back for a while, because the inbox needs time to bring it
 * round.
 */
final class DueTimes {

    private static final long AGAIN_AFTER_MS = 1_000;

    /** A conversation that is due. */
    record Due(Bytes key, long at) {}

    private record HandedOut(Due due, long againAt) {}

    private final Map<Bytes, Long> times = new HashMap<>();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final Queue<HandedOut> handedOut = new ArrayDeque<>();

    /** From now on the conversation is due at this moment, or {@link Stored#NEVER}. */
    void set(Bytes key, long at) {
        if (at == Stored.NEVER) {
            times.remove(key);
            return;
        }
        Long before = times.put(key, at);
        if (before == null || before != at) {
            queue.add(new Due(key, at));
        }
    }

    /**
     * What is due, earliest first.
     *
     * @param businessNow what is due by then
     * @param systemNow for the pause before the same is handed out again
     */
    List<Due> due(long businessNow, long systemNow, int atMost) {
        takeBack(systemNow);
        List<Due> due = new ArrayList<>();
        while (due.size() < atMost && !queue.isEmpty() && queue.peek().at() <= businessNow) {
            Due next = queue.poll();
            if (stands(next)) {
                due.add(next);
                handedOut.add(new HandedOut(next, systemNow + AGAIN_AFTER_MS));
            }
        }
        return due;
    }

    private void takeBack(long systemNow) {
        while (!handedOut.isEmpty() && handedOut.peek().againAt() <= systemNow) {
            Due due = handedOut.remove().due();
            if (stands(due)) {
                queue.add(due);
            }
        }
    }

    private boolean stands(Due due) {
        Long at = times.get(due.key());
        return at != null && at == due.at();
    }

    int size() {
        return times.size();
    }
}
