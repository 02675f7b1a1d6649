package errand.runtime.work;

import java.util.Optional;

/**
 * Remembers what became of each write task, by task id.
 *
 * <p>Promise: the effect, what it writes and the entry are kept together or not at all; of two that
 * claim the same id, the second waits for the first and gets its entry; an effect that throws
 * leaves nothing, and the id is free again; an entry that is not {@link Verdict#DONE} is kept while
 * everything the effect wrote is taken back.
 */
public interface Inbox {

    /**
     * Claims the id and runs the effect, unless the id is taken.
     *
     * @throws Exception what the effect throws, or trouble with the storage
     */
    Kept once(Claim claim, EffectOnce effect) throws Exception;

    /**
     * Writes down, for good and at once, that a task is begun whose effect no transaction of the
     * agent holds.
     *
     * @param asked the task as it came, to be read again by {@link #begun(String)}
     * @return whether it was begun before: then it may have happened
     */
    default boolean begin(String taskId, byte[] asked) throws Exception {
        throw new IllegalStateException(
                "Task '%s' writes elsewhere, and this agent has no inbox.".formatted(taskId));
    }

    /** The task that was begun under this id. */
    default Optional<byte[]> begun(String taskId) throws Exception {
        return Optional.empty();
    }

    /** Does the task and says what to remember of it. */
    @FunctionalInterface
    interface EffectOnce {
        Entry run() throws Exception;
    }

    /**
     * What is remembered now.
     *
     * @param before whether it was remembered before this claim, so that the effect did not run
     */
    record Kept(Entry entry, boolean before) {}

    /** For agents that only read: nothing ever claims. */
    static Inbox none() {
        return (claim, effect) -> {
            throw new IllegalStateException(
                    "Task '%s' writes, and this agent has no inbox.".formatted(claim.taskId()));
        };
    }
}
