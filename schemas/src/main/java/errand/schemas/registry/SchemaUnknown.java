package errand.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered that it has no such schema, subject or id. */
public final class SchemaUnknown extends SerializationException {

    private static final long serialVersionUID = 1L;

    SchemaUnknown(String message) {
        super(message);
    }
}
