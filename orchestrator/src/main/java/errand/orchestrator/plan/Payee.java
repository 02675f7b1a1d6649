package errand.orchestrator.plan;

/**
 * Who is paid.
 *
 * @param id stable, such as {@code fliggy:rail}
 * @param name as shown to the person
 */
public record Payee(String id, String name) {}
