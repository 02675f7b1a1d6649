package errand.orchestrator.admission;

import errand.orchestrator.admission.AdmissionSettings.Room;
import errand.orchestrator.admission.Crowd.Share;
import errand.orchestrator.admission.Crowd.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One lane as this process sees it: what the log told, and besides that what was let in or queued
 * here and the log has not told of yet. Asks nobody, so that it is fast. Thread-safe.
 */
final class Door {

    /** What the log has not told of for so long never came into it. */
    private static final long FORGOTTEN = Duration.ofSeconds(30).toNanos();

    /** Who was let in and has not come in after this is told again. */
    private static final long AGAIN = Duration.ofSeconds(5).toNanos();

    private final Room room;
    private final LongSupplier nanos;
    private final Map<String, Fresh> fresh = new LinkedHashMap<>();
    private final Map<String, Integer> freshIn = new HashMap<>();
    private final Map<String, Integer> freshQueued = new HashMap<>();
    private final Map<String, LetIn> letIn = new LinkedHashMap<>();
    private final Map<String, Integer> called = new HashMap<>();
    private Map<String, Share> told = Map.of();
    private @Nullable Census counted;
    private boolean stirred;

    /** Was told that it may come in, and still waits as far as the log told. */
    private record LetIn(String user, long since) {}

    /** Let in or queued here, and not told by the log yet. */
    private record Fresh(String user, Entry entry, long since) {
        boolean in() {
            return entry instanceof Entry.AtOnce;
        }
    }

    Door(Room room, LongSupplier nanos) {
        this.room = room;
        this.nanos = nanos;
    }

    /** Asked again about the same id, it answers the same as long as the log has not told. */
    synchronized Entry enter(String user, String id) {
        Fresh known = fresh.get(id);
        if (known != null) {
            return known.entry();
        }
        stirred = true;
        Entry entry = decide(user);
        if (!(entry instanceof Entry.Full)) {
            Fresh one = new Fresh(user, entry, nanos.getAsLong());
            Census all = census();
            all.remove(underWay(user), queued(user));
            fresh.put(id, one);
            counts(one).merge(user, 1, Integer::sum);
            all.add(underWay(user), queued(user));
        }
        return entry;
    }

    private Entry decide(String user) {
        int mine = underWay(user);
        // Those who wait and may come in are about to: nobody slips in before them.
        int free = room.all() - underWay() - couldComeIn();
        if (free > 0 && mine + queued(user) < room.perUser()) {
            return new Entry.AtOnce();
        }
        int waiting = queued();
        return waiting >= room.queue()
                ? new Entry.Full(waiting)
                : new Entry.Queued(1 + ahead(mine + queued(user)));
    }

    /** How many of those who wait have no more wishes before them than this one has. */
    private int ahead(int rank) {
        return census().below(rank + 1);
    }

    private int couldComeIn() {
        return census().below(room.perUser());
    }

    /** Everybody, counted when the log has told or somebody was let in, not for each who comes. */
    private Census census() {
        Census known = counted;
        if (known == null) {
            known = new Census();
            Set<String> users = new HashSet<>(told.keySet());
            users.addAll(freshIn.keySet());
            users.addAll(freshQueued.keySet());
            users.addAll(called.keySet());
            for (String user : users) {
                known.add(underWay(user), queued(user));
            }
            counted = known;
        }
        return known;
    }

    synchronized int underWay(String user) {
        Share share = told.get(user);
        return (share == null ? 0 : share.underWay())
                + freshIn.getOrDefault(user, 0)
                + called.getOrDefault(user, 0);
    }

    private int queued(String user) {
        Share share = told.get(user);
        int waiting = (share == null ? 0 : share.queued()) + freshQueued.getOrDefault(user, 0);
        return Math.max(0, waiting - called.getOrDefault(user, 0));
    }

    synchronized int underWay() {
        return census().underWay();
    }

    synchronized int queued() {
        return census().waiting();
    }

    /** Whether the log should be asked: somebody has come, waits, or was in when it was asked. */
    synchronized boolean stirs() {
        return stirred || !told.isEmpty() || !fresh.isEmpty();
    }

    /** Whether somebody has come since the log was asked, or waits. */
    synchronized boolean hurries() {
        return stirred || !fresh.isEmpty() || queued() > 0 || !letIn.isEmpty();
    }

    /** What the log has not told of yet. */
    synchronized Set<String> fresh() {
        stirred = false;
        return Set.copyOf(fresh.keySet());
    }

    /**
     * What the log tells now.
     *
     * @param known of what was fresh, what it tells of; asked before the shares, so that nobody is
     *     missed between the two
     * @param waiting ids of those who wait
     */
    synchronized void told(Set<String> known, Map<String, Share> shares, Set<String> waiting) {
        long now = nanos.getAsLong();
        fresh.values()
                .removeIf(one -> now - one.since() > FORGOTTEN && less(counts(one), one.user()));
        for (String id : known) {
            Fresh one = fresh.remove(id);
            if (one != null) {
                less(counts(one), one.user());
            }
        }
        letIn.entrySet()
                .removeIf(
                        one ->
                                (!waiting.contains(one.getKey())
                                                || now - one.getValue().since() > AGAIN)
                                        && less(called, one.getValue().user()));
        told = Map.copyOf(shares);
        counted = null;
    }

    /** Who is let in now, of those who wait; they count as under way from here on. */
    synchronized List<Waiting> letIn(List<Waiting> ordered) {
        List<Waiting> admitted =
                Fair.admitted(
                        ordered.stream().filter(one -> !letIn.containsKey(one.id())).toList(),
                        room.all() - underWay(),
                        room.perUser(),
                        this::underWay);
        for (Waiting one : admitted) {
            letIn.put(one.id(), new LetIn(one.user(), nanos.getAsLong()));
            called.merge(one.user(), 1, Integer::sum);
        }
        counted = null;
        return admitted;
    }

    private static boolean less(Map<String, Integer> counts, String user) {
        counts.computeIfPresent(user, (_, n) -> n == 1 ? null : n - 1);
        return true;
    }

    private Map<String, Integer> counts(Fresh one) {
        return one.in() ? freshIn : freshQueued;
    }
}
