package errand.orchestrator.admission;

import java.util.Locale;

/** What is let in separately, so that neither holds the other up. */
public enum Lane {
    /** Messages that the planner thinks about. */
    PLANNING,
    /** Plans that are carried out; one that only waits for the person does not count. */
    EXECUTION;

    /** As metrics name it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
