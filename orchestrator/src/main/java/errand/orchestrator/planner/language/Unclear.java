package errand.orchestrator.planner.language;

/**
 * Words that speak of a day, a time or how many people and cannot be taken as one; they are asked
 * about, never passed over.
 *
 * @param words as they stand in the message
 */
public record Unclear(Of of, Why why, String words, Direction direction) {

    /** What the words speak of. */
    public enum Of {
        DAY,
        TIME,
        PEOPLE
    }

    /** Why they cannot be taken. */
    public enum Why {
        /** 2月30日, 25点. */
        IMPOSSIBLE,
        /** 昨天, a date that is over. */
        PAST,
        /** 下周, 春节: no single day. */
        VAGUE,
        /** A word that looks like a day but is not spelt like one; a number of something. */
        UNREADABLE
    }
}
