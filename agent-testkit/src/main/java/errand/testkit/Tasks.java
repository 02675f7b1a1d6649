package errand.testkit;

import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks as the runtime would hand them to a business, each with an id of its own. */
public final class Tasks {

    /** Monday, 23 November 2026, 11:00 in Shanghai. */
    public static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private Tasks() {}

    public static Task at(Instant now) {
        return task("p_1/" + UUID.randomUUID() + "/do/1", now, "zh", null);
    }

    public static Task now() {
        return at(NOW);
    }

    public static Task english() {
        return task("p_1/" + UUID.randomUUID() + "/do/1", NOW, "en", null);
    }

    /** Under terms that show the quote as it is. */
    public static Task agreeing(Quote quote, Instant now) {
        return agreeing(quote, quote, now);
    }

    /** Under terms that show another payee or amount for the same id. */
    public static Task agreeing(Quote quote, Quote shown, Instant now) {
        Terms.Item item = new Terms.Item(quote.quoteId(), shown.payee(), shown.total());
        Terms terms = new Terms("k_1", "sha256:00", "p_1", shown.total(), List.of(item));
        return task("p_1/" + UUID.randomUUID() + "/do/1", now, "zh", terms);
    }

    private static Task task(String id, Instant now, String lang, @Nullable Terms terms) {
        return new Task(id, "p_1", "demo", lang, now, now.plus(Duration.ofSeconds(30)), 1, terms);
    }
}
