package errand.agent;

import java.util.Optional;

/**
 * Asks a business whether a task has happened. For effects that no transaction of the agent can
 * hold, such as a call to a vendor: the process may die, or the answer be lost, after it happened.
 *
 * @param <I> as of the capability's handler
 * @param <O> as of the capability's handler
 */
@FunctionalInterface
public interface Reconciliation<I, O> {

    /**
     * What came of the task, found by a key that the handler gave the business ({@link Task#id}).
     *
     * @return empty when it has not happened and will not unless it is asked for again; then the
     *     handler may be called
     * @throws TransientFailure when that cannot be said yet, for instance because the business does
     *     not answer, or may still be at it; the task is asked about again later
     * @throws Exception anything else is a fault of the agent
     */
    Optional<Outcome<O>> find(I input, Task task) throws Exception;
}
