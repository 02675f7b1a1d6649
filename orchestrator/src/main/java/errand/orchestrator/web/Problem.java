package errand.orchestrator.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 says.
 *
 * @param type {@code urn:errand:problem:<what>}: stable, for programs
 * @param title the same for every problem of the type
 * @param detail what, why, what is possible; for people
 * @param errors every fault of what was handed in
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One thing that is wrong with a request.
     *
     * @param path JSON pointer into its body
     * @param code stable, for programs
     */
    record Fault(String path, String code, String message) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String what, String title, String detail) {
        return new Problem("urn:errand:problem:" + what, title, status, detail, List.of());
    }

    static Problem malformed(String detail) {
        return of(400, "malformed", "The request cannot be read", detail);
    }

    static Problem notFound(String what, String id) {
        return of(
                404,
                "not-found",
                "There is no such thing",
                "There is no %s '%s'.".formatted(what, id));
    }

    static Problem invalid(String detail, List<Fault> faults) {
        return new Problem(
                "urn:errand:problem:invalid",
                "What was handed in is not valid",
                422,
                detail,
                faults);
    }

    static Problem conflict(String what, String detail) {
        return of(409, what, "This cannot be done any more", detail);
    }

    static Problem unavailable(String detail) {
        return of(503, "unavailable", "Something that is needed is away", detail);
    }

    Refusal refusal() {
        return new Refusal(this);
    }

    /** Ends a request with a problem. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
