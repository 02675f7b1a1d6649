package errand.amap.sandbox;

import errand.agent.Outcome;
import errand.agent.Outcome.Refused;

/** {@link errand.testkit.Outcomes}, for tests that still know it by this name. */
public final class Outcomes {

    private Outcomes() {}

    public static <O> O done(Outcome<O> outcome) {
        return errand.testkit.Outcomes.done(outcome);
    }

    public static Refused<?> refused(Outcome<?> outcome) {
        return errand.testkit.Outcomes.refused(outcome);
    }
}
