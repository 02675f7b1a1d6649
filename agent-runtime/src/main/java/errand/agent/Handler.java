package errand.agent;

/**
 * The business behind one capability.
 *
 * @param <I> a record; its JSON Schema is the capability's input schema. A JSON tree for a
 *     capability with {@link OwnSchemas}
 * @param <O> a record; its JSON Schema is the capability's output schema. A JSON tree likewise
 */
@FunctionalInterface
public interface Handler<I, O> {

    /**
     * Does the task.
     *
     * <p>For HOLD, COMMIT and PAY it runs inside one database transaction together with the row
     * that remembers the outcome: what it writes through the same {@code DataSource} happens
     * exactly when the outcome is remembered. A refusal is remembered too, so it must leave nothing
     * written.
     *
     * @throws TransientFailure when another try may help (the engine decides when)
     * @throws Exception anything else is a fault of the agent: the transaction is rolled back, the
     *     task goes to the dead letters and the step fails as {@code INVALID}
     */
    Outcome<O> handle(I input, Task task) throws Exception;
}
