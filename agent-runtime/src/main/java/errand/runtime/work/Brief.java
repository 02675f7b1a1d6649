package errand.runtime.work;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Texts that travel with a reply or a dead letter, cut where nobody reads on: whatever a business
 * or an exception says, a record that holds it can be sent.
 */
final class Brief {

    /** Characters of one text. */
    static final int MOST = 2_000;

    private Brief() {}

    static String of(@Nullable String text) {
        String said = Objects.requireNonNullElse(text, "");
        if (said.length() <= MOST) {
            return said;
        }
        int end = Character.isHighSurrogate(said.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return said.substring(0, end) + "…";
    }
}
