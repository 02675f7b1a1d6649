package errand.orchestrator.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of a plan stay when it is changed: those that mean the same as before, build on
 * nothing that does not stay, and are done or on their way to that.
 */
final class Keeping {

    private final Plan plan;
    private final Map<String, StepSpec> wanted = new LinkedHashMap<>();
    private final Map<String, StepSpec> planned = new HashMap<>();
    private final Map<String, Step> latest = new HashMap<>();
    private final Map<String, Boolean> same = new HashMap<>();
    private final Map<String, String> before;
    private final Map<String, String> after;

    Keeping(Plan plan, PlanSpec next, Documents documents) {
        this.plan = plan;
        this.before = documents.properties(plan.spec().in());
        this.after = documents.properties(next.in());
        next.steps().forEach(step -> wanted.put(step.id(), step));
        for (StepSpec step : plan.spec().steps()) {
            planned.put(step.id(), step);
            latest.put(Rounds.base(step.id()), plan.the(step.id()));
        }
    }

    Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String id : wanted.keySet()) {
            if (stays(id)) {
                ids.put(id, old(id).id());
            }
        }
        return ids;
    }

    private Step old(String id) {
        return Objects.requireNonNull(latest.get(id), id);
    }

    private boolean stays(String id) {
        Boolean known = same.putIfAbsent(id, false);
        if (known != null) {
            return known;
        }
        StepSpec step = wanted.get(id);
        Step old = latest.get(id);
        boolean stays =
                step != null
                        && old != null
                        && counts(old)
                        && meansTheSame(step, planned.get(old.id()))
                        && step.needs().stream().allMatch(this::stays);
        same.put(id, stays);
        return stays;
    }

    /** Done, or on its way to that. */
    private boolean counts(Step old) {
        boolean underWay = old.phase() == Phase.DISPATCHED || old.phase() == Phase.RETRYING;
        return (underWay || old.phase() == Phase.DONE) && !plan.unseen(old);
    }

    private boolean meansTheSame(StepSpec step, @Nullable StepSpec old) {
        return old != null
                && Rounds.plain(step, Map.of()).equals(Rounds.plain(old, Map.of()))
                && Rounds.slots(step).stream().allMatch(this::unchanged);
    }

    /** Of one value of {@code $in}; the empty name is all of them. */
    private boolean unchanged(String name) {
        return name.isEmpty()
                ? before.equals(after)
                : Objects.equals(before.get(name), after.get(name));
    }
}
