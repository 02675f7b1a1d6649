package errand.runtime.work;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans that ended early, remembered for a while: enough to stop early, never needed to be right.
 */
public final class EndedPlans {

    private static final int MOST = 10_000;

    private final Duration keep;
    private final Map<String, Instant> ended = new LinkedHashMap<>();

    public EndedPlans(Duration keep) {
        this.keep = keep;
    }

    /** Forgets what ended too long before {@code at}, and the oldest beyond a bound. */
    public synchronized void ended(String planId, Instant at) {
        ended.remove(planId);
        ended.put(planId, at);
        Instant oldest = at.minus(keep);
        var plans = ended.entrySet().iterator();
        while (plans.hasNext()) {
            boolean tooOld = plans.next().getValue().isBefore(oldest);
            if (!tooOld && ended.size() <= MOST) {
                return;
            }
            plans.remove();
        }
    }

    public synchronized boolean contains(String planId) {
        return ended.containsKey(planId);
    }
}
