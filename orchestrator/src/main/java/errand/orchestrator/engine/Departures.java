package errand.orchestrator.engine;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;

/** Which idle conversations may leave, and when to look at them again. System time. */
final class Departures {

    private record Look(Bytes key, long at) {}

    private final PriorityQueue<Look> looks =
            new PriorityQueue<>(Comparator.comparingLong(Look::at));

    void lookAt(Bytes key, long at) {
        looks.add(new Look(key, at));
    }

    /**
     * Visits what is to be looked at by now, earliest first, until the visitor says stop; whatever
     * it did not accept is kept.
     */
    void visit(long now, int atMost, Predicate<Bytes> visitor) {
        for (int left = atMost; left > 0 && !looks.isEmpty(); left--) {
            if (looks.peek().at() > now) {
                return;
            }
            Look next = looks.poll();
            if (!visitor.test(next.key())) {
                looks.add(next);
                return;
            }
        }
    }
}
