package errand.orchestrator.planner.model;

import java.io.Serial;
import java.util.Locale;

/** The model gave no reply. Its text names neither the key nor what the model's server wrote. */
final class ModelAway extends Exception {

    @Serial private static final long serialVersionUID = 1;

    /** Why there is none; also a label of the figures. */
    enum Why {
        TIMEOUT,
        UNREACHABLE,
        /** 401, 403: the key. */
        DENIED,
        /** 429. */
        OVERLOADED,
        /** 4xx: this request, the model's name or its settings. */
        REFUSED,
        /** 5xx. */
        BROKEN,
        /** What came cannot be read. */
        GARBAGE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    ModelAway(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
