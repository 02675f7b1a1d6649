package errand.runtime.work;

/**
 * Why a task, besides being answered, is put where an operator looks.
 *
 * @param reason stable, upper snake case: few values, they label a metric
 * @param message what happened, for the operator
 */
public record DeadLetter(String reason, String message) {}
