package errand.embedded.registry;

/** An answer that is no success, in Confluent's form: HTTP status, error code, message. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    static Refusal unknownSubject(String subject) {
        return new Refusal(40401, "Subject '%s' not found.".formatted(subject));
    }

    static Refusal unknownVersion(String version) {
        return new Refusal(40402, "Version %s not found.".formatted(version));
    }

    static Refusal unknownSchema() {
        return new Refusal(40403, "Schema not found");
    }

    static Refusal noRule(String subject) {
        return new Refusal(
                40408,
                "Subject '%s' does not have subject-level compatibility configured"
                        .formatted(subject));
    }

    static Refusal noMode(String subject) {
        return new Refusal(
                40409,
                "Subject '%s' does not have subject-level mode configured".formatted(subject));
    }

    static Refusal incompatible(String subject, String rule, String why) {
        return new Refusal(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: [%s], rule %s"
                        .formatted(subject, why, rule));
    }

    static Refusal noSchema(String why) {
        return new Refusal(42201, "Invalid schema: " + why);
    }

    static Refusal noVersion(String text) {
        return new Refusal(
                42202,
                "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
                        .formatted(text));
    }

    static Refusal noSuchRule(String text) {
        return new Refusal(
                42203,
                "Invalid compatibility level '%s'. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive"
                        .formatted(text));
    }

    static Refusal notHere(String method, String path) {
        return new Refusal(
                404,
                "HTTP 404 Not Found: this registry does not have %s %s".formatted(method, path));
    }

    static Refusal logDown(String why) {
        return new Refusal(50001, "Error in the backend data store: " + why);
    }

    int code() {
        return code;
    }

    int status() {
        return code > 999 ? code / 100 : code;
    }
}
