package errand.bench.load;

import errand.events.ConversationAdvanced;
import errand.facts.PlanClosed;
import errand.facts.PlanOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How often each plan was closed, as the log tells. A record that the engine wrote again after a
 * crash, with the number it had, is the same closing: every reader drops it.
 */
public final class Closings {

    private final Predicate<String> ours;
    private final Map<String, Long> seqs = new HashMap<>();
    private final Map<String, String> failed = new TreeMap<>();
    private long done;
    private long twice;
    private long repeated;

    Closings(Predicate<String> ours) {
        this.ours = ours;
    }

    void add(ConversationAdvanced advanced) {
        for (Object fact : advanced.getEvents()) {
            if (fact instanceof PlanClosed closed && ours.test(closed.getPlanId())) {
                add(closed, advanced.getSeq());
            }
        }
    }

    private void add(PlanClosed closed, long seq) {
        Long before = seqs.putIfAbsent(closed.getPlanId(), seq);
        if (before == null) {
            if (closed.getOutcome() == PlanOutcome.DONE) {
                done++;
            } else {
                failed.put(closed.getPlanId(), String.valueOf(closed.getFailure()));
            }
        } else if (before == seq) {
            repeated++;
        } else {
            twice++;
        }
    }

    /** Plans that were closed at all. */
    public long closed() {
        return seqs.size();
    }

    /** Plans that ended well. */
    public long done() {
        return done;
    }

    /** Plans that ended otherwise, and why. */
    public Map<String, String> failed() {
        return failed;
    }

    /** Closings of a plan that was closed before. */
    public long twice() {
        return twice;
    }

    /** Records of a closing that were written again, as the same number of the conversation. */
    public long repeated() {
        return repeated;
    }
}
