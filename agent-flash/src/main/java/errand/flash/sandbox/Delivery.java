package errand.flash.sandbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes, and when.
 *
 * @param to the address as the courier reads it
 * @param at when it shall be at the door; null: as soon as possible
 */
record Delivery(String to, @Nullable Instant at) {

    Delivery {
        // What begins with @ on a slip is a time.
        to = to.strip().replaceFirst("^[@\\s]+", "");
    }

    /** How it stands on a slip. */
    String written() {
        return at == null ? to : "@" + at + " " + to;
    }

    static Delivery of(String written) {
        int blank = written.indexOf(' ');
        if (!written.startsWith("@") || blank < 0) {
            return new Delivery(written, null);
        }
        try {
            Instant at = Instant.parse(written.substring(1, blank));
            return new Delivery(written.substring(blank + 1), at);
        } catch (DateTimeParseException e) {
            return new Delivery(written, null);
        }
    }
}
