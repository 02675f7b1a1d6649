package errand.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The registry refused a schema: it does not fit earlier versions, or is no schema. */
public final class SchemaRefused extends SerializationException {

    private static final long serialVersionUID = 1L;

    SchemaRefused(String message) {
        super(message);
    }
}
