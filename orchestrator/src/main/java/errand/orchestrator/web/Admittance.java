package errand.orchestrator.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import errand.events.Admitted;
import errand.orchestrator.admission.Admission;
import errand.orchestrator.admission.Doorkeeper;
import errand.orchestrator.admission.Entry;
import errand.orchestrator.admission.Lane;
import errand.orchestrator.plan.PlanSpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for what is handed in here whether it may go on at once, and calls what had to wait. */
final class Admittance implements Doorkeeper.Voice {

    private final Admission admission;
    private final Inbox inbox;
    private final Clock clock;

    Admittance(Admission admission, Inbox inbox, Clock clock) {
        this.admission = admission;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The plan as it may be handed in: perhaps behind others. */
    PlanSpec plan(PlanSpec plan) {
        return switch (admission.enter(Lane.EXECUTION, plan.user(), plan.id())) {
            case Entry.AtOnce _ -> plan;
            case Entry.Queued(int place) -> plan.behind(place);
            case Entry.Full(int waiting) -> throw full(waiting);
        };
    }

    /**
     * The message's place in the queue; null when it may go on. What belongs to something that is
     * under way does not wait: it may be an answer, or "stop".
     */
    @Nullable Integer message(Lookup.Party party, String messageId) {
        if (party.underWay()) {
            return null;
        }
        return switch (admission.enter(Lane.PLANNING, party.user(), messageId)) {
            case Entry.AtOnce _ -> null;
            case Entry.Queued(int place) -> place;
            case Entry.Full(int waiting) -> throw full(waiting);
        };
    }

    private static Problem.Refusal full(int waiting) {
        return Problem.overloaded(
                        "%d are waiting for their turn, and no more can wait; nothing was begun. Try again in half a minute."
                                .formatted(waiting))
                .refusal();
    }

    /** A plan's document, with its place while it waits. */
    String withPlace(String planId, String document) {
        return admission
                .place(planId)
                .map(
                        at ->
                                Json.object(document.getBytes(UTF_8))
                                        .put("place", at.place())
                                        .toString())
                .orElse(document);
    }

    @Override
    public void call(String conversationId, String id) {
        String inputId = Ids.INPUT + UUID.randomUUID();
        inbox.put(
                conversationId,
                inputId,
                new Admitted(
                        inputId,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        conversationId,
                        id),
                null);
    }
}
