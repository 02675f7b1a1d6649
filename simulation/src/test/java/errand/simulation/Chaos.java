package errand.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Chance under a seed, and a count of what it led to. */
final class Chaos {

    /** What a run should have met, over all seeds. */
    enum Met {
        REDELIVERED_TASK,
        REPEATED_TASK,
        CRASH_BEFORE_EFFECT,
        CRASH_BETWEEN_EFFECT_AND_REPLY,
        CRASH_BETWEEN_REPLY_AND_ACKNOWLEDGEMENT,
        ENGINE_CRASHED,
        CHANGELOG_AHEAD_OF_OUTPUTS,
        OUTPUTS_AHEAD_OF_CHANGELOG,
        CANCELLED,
        LATE_REPLY_AFTER_CANCEL,
        BUSINESS_REFUSED,
        PRICE_CHANGED,
        ASKED_AGAIN_AT_A_NEW_PRICE,
        TRANSIENT_FAILURE,
        AGENT_FAULT,
        CONSENT_GRANTED,
        CONSENT_REFUSED,
        CONSENT_EXPIRED,
        CONSENT_ANSWERED_TWICE,
        STALE_HASH,
        TIMED_OUT,
        PLAN_OVERDUE,
        LATE_SUCCESS_UNDONE,
        UNDO_RETRIED,
        UNDO_REFUSED,
        UNDO_FAILED,
        ALTERNATIVE_TAKEN,
        MANDATE_USED,
        MANDATE_EXHAUSTED,
        REVISED,
        DONE_ANOTHER_WAY,
        NO_OTHER_WAY,
        CHANGED_BY_PERSON,
        CHANGE_GAVE_BACK,
        CHANGE_TOO_LATE,
        OVER_BUDGET,
        QUEUED,
        TURN_NEVER_CAME,
        DONE,
        PARTIAL,
        FAILED,
        DIED_IN_ITS_TRANSACTION,
        DATABASE_AWAY,
        SOLD_OUT,
        BALANCE_TOO_LOW,
        HOLD_EXPIRED,
        QUOTE_EXPIRED,
        CAPTURED,
        REFUNDED,
        AUTHORISATION_VOIDED,
        HOLD_RELEASED,
        BOOKING_CANCELLED,
        CANCELLED_WITH_A_FEE;

        /** Only the model shop's whims lead to these. */
        private static final Set<Met> OF_THE_SHOP =
                EnumSet.of(BUSINESS_REFUSED, TRANSIENT_FAILURE, AGENT_FAULT);

        /** Real agents lead to these too seldom for a few hundred seeds. */
        private static final Set<Met> SELDOM = EnumSet.of(UNDO_REFUSED, UNDO_FAILED, QUOTE_EXPIRED);

        /** Where plans are changed and have to wait: the core alone decides these. */
        private static final Set<Met> OF_THE_CORE =
                EnumSet.of(
                        QUEUED,
                        TURN_NEVER_CAME,
                        CHANGED_BY_PERSON,
                        CHANGE_GAVE_BACK,
                        CHANGE_TOO_LATE);

        /** What the model shop must meet. */
        static final Set<Met> OF_THE_MODEL = EnumSet.range(REDELIVERED_TASK, FAILED);

        /** What the five real agents must meet. */
        static final Set<Met> OF_REAL_AGENTS = EnumSet.allOf(Met.class);

        static {
            OF_REAL_AGENTS.removeAll(OF_THE_SHOP);
            OF_REAL_AGENTS.removeAll(SELDOM);
            OF_REAL_AGENTS.removeAll(OF_THE_CORE);
        }
    }

    private final Random random;
    private final Map<Met, Integer> met = new EnumMap<>(Met.class);

    Chaos(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    <T> T takeOneOf(List<T> things) {
        return things.remove(random.nextInt(things.size()));
    }

    void met(Met what) {
        met.merge(what, 1, Integer::sum);
    }

    Map<Met, Integer> met() {
        return met;
    }
}
