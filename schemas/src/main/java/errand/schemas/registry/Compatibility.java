package errand.schemas.registry;

/** The rules that a registry holds new versions of a schema to; names are Confluent's. */
public enum Compatibility {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE
}
