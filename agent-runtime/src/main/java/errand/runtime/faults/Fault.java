package errand.runtime.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trouble of one capability.
 *
 * @param capability full name, such as {@code flash.order.reserve}
 * @param kind what goes wrong
 * @param ms how long a delay takes; 0 for every other kind
 * @param times how often it still happens, at least 1
 * @param code of a refusal; null: {@code SANDBOX_REFUSED}
 * @param message of a refusal or failure; null: says that it was asked for
 */
public record Fault(
        String capability,
        Kind kind,
        int ms,
        int times,
        @Nullable String code,
        @Nullable String message) {

    /** What goes wrong. */
    public enum Kind {
        /** The business takes its time before it does anything. */
        DELAY,
        /** The business cannot be reached; nothing happened, another try may help. */
        FAIL,
        /** The business says no. */
        REFUSE,
        /** The business answers something that is not what it promised. */
        GARBAGE,
        /** It happened, and the answer is lost on its way; the task is delivered again. */
        LOSE_REPLY;

        /** As it is written in JSON: {@code lose-reply}. */
        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        static Kind of(String written) {
            return Arrays.stream(values())
                    .filter(kind -> kind.written().equals(written))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "kind '%s' is not one of %s."
                                                    .formatted(written, possible())));
        }

        static String possible() {
            return Arrays.stream(values()).map(Kind::written).collect(Collectors.joining(", "));
        }
    }

    Fault once() {
        return new Fault(capability, kind, ms, times - 1, code, message);
    }
}
