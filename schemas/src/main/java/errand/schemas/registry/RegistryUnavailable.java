package errand.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The schema registry could not be reached or did not answer properly: another try may help. */
public final class RegistryUnavailable extends SerializationException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    RegistryUnavailable(String message) {
        super(message);
    }
}
