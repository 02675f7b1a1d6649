package errand.orchestrator.plan;

import java.time.Duration;

/** Bounds that the core itself keeps. Those on drafts are kept by validation. */
final class Limits {

    /** Elements of one {@code each}. */
    static final int EACH = 20;

    /** How often one step may begin anew because its price changed. */
    static final int REQUOTES = 3;

    /** How often the planner is asked for another way. */
    static final int REVISIONS = 2;

    /** How often the person may change a plan; rounds of the planner's own count too. */
    static final int CHANGES = 10;

    /** Steps of one plan, those of all its revisions together. */
    static final int STEPS = 200;

    /** Attempts of one undo before an operator sees it. */
    static final int UNDO_ATTEMPTS = 8;

    /** How long an answer to one undo attempt is awaited. */
    static final Duration UNDO_ANSWER = Duration.ofSeconds(30);

    /** How long a card can be answered, unless a quote on it ends earlier. */
    static final Duration CONSENT = Duration.ofMinutes(30);

    /** How long the keeper of mandates may take before the person is asked instead. */
    static final Duration MANDATE = Duration.ofSeconds(5);

    /** How often an unanswered withdrawal is repeated at first, and at most how seldom. */
    static final Duration WITHDRAW_AGAIN = Duration.ofSeconds(5);

    static final Duration WITHDRAW_AT_MOST = Duration.ofMinutes(1);

    private Limits() {}
}
