package errand.agent;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of a task: done, or refused by the business. Both are values and are remembered. */
public sealed interface Outcome<O> {

    /** It happened. */
    record Done<O>(O output) implements Outcome<O> {}

    /**
     * The business said no (sold out, balance too low). Not retried.
     *
     * @param code stable, upper snake case, such as {@code SOLD_OUT}
     * @param message for people, in the language of the task where the agent knows it
     * @param details anything more, as a record that becomes a JSON object; a new quote after
     *     {@code PRICE_CHANGED}
     */
    record Refused<O>(String code, String message, @Nullable Object details)
            implements Outcome<O> {}

    /** Done turns into what comes of it next; a refusal stays. */
    default <P> Outcome<P> then(Function<O, Outcome<P>> next) {
        return switch (this) {
            case Done<O>(O output) -> next.apply(output);
            case Refused<O> no -> new Refused<>(no.code(), no.message(), no.details());
        };
    }

    /** The same outcome, said in other words. */
    default <P> Outcome<P> map(Function<O, P> words) {
        return then(output -> done(words.apply(output)));
    }

    static <O> Outcome<O> done(O output) {
        return new Done<>(output);
    }

    static <O> Outcome<O> refused(String code, String message) {
        return new Refused<>(code, message, null);
    }

    static <O> Outcome<O> refused(String code, String message, Object details) {
        return new Refused<>(code, message, details);
    }
}
