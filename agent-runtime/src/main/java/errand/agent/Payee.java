package errand.agent;

/**
 * Who is paid.
 *
 * @param id stable, such as {@code fliggy:rail}
 * @param name as shown to the person
 */
public record Payee(
        @Describe("Stable id such as fliggy:rail") String id,
        @Describe("Name as shown to the person") String name) {}
