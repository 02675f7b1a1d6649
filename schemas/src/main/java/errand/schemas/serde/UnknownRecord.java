package errand.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A record, or a fact in it, that this version of the program has no class for. Onlookers skip it;
 * whoever must understand everything (the engine, every fold) stops.
 */
public final class UnknownRecord extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final String name;

    UnknownRecord(String name, String topic) {
        super(
                "Topic '%s' carries %s, which this version of Errand does not know. A newer version wrote it: update this service."
                        .formatted(topic, name));
        this.name = name;
    }

    /** Full name of the record or fact. */
    public String name() {
        return name;
    }
}
