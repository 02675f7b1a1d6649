package errand.orchestrator.admission;

/** Whether something may go on. */
public sealed interface Entry {

    /** It may. */
    record AtOnce() implements Entry {}

    /**
     * When it is its turn.
     *
     * @param place among those that wait, from 1; about right, for others come and go
     */
    record Queued(int place) implements Entry {}

    /**
     * So many wait already that it is better to say no.
     *
     * @param waiting how many
     */
    record Full(int waiting) implements Entry {}
}
