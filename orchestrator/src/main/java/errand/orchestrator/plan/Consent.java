package errand.orchestrator.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card: what the person was asked and what came of it. Bound by hash to exactly what was shown.
 *
 * @param stepIds the steps that wait for it
 * @param hash {@code sha256:<hex>} over {@code shown}
 * @param shown RFC 8785 JSON {@code {planId,total,items}}
 * @param replaces the consent that no longer covers what would run
 */
public record Consent(
        String id,
        List<String> stepIds,
        String hash,
        String shown,
        List<Quote> items,
        Money total,
        Instant expiresAt,
        @Nullable String replaces,
        State state) {

    /** What came of it. */
    public enum State {
        /** Not shown: a mandate is asked first whether it stands in. */
        RESERVING,
        OPEN,
        GRANTED,
        REFUSED,
        EXPIRED,
        /** The plan ended before an answer. */
        WITHDRAWN
    }

    public Consent {
        stepIds = List.copyOf(stepIds);
        items = List.copyOf(items);
    }

    Consent answered(State answer) {
        return new Consent(id, stepIds, hash, shown, items, total, expiresAt, replaces, answer);
    }

    /** No answer yet, neither the person's nor a mandate's. */
    boolean pending() {
        return state == State.OPEN || state == State.RESERVING;
    }

    /** Whether agreeing to this card covers the quote as it is now. */
    boolean covers(Quote quote) {
        return state == State.GRANTED && items.stream().anyMatch(quote::sameTermsAs);
    }
}
