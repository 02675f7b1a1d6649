package errand.orchestrator.web;

import errand.events.PlanSubmitted;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.plan.PlanSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Hands checked plans in. */
final class Handing {

    private final Inbox inbox;
    private final Accepted accepted;
    private final Clock clock;

    Handing(Inbox inbox, Accepted accepted, Clock clock) {
        this.inbox = inbox;
        this.accepted = accepted;
        this.clock = clock;
    }

    void in(
            PlanSpec plan,
            Lookup.Party party,
            Idempotency.Reserved reserved,
            @Nullable String trace) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String inputId = Ids.INPUT + reserved.uuid();
        PlanSubmitted input =
                new PlanSubmitted(
                        inputId,
                        now,
                        party.id(),
                        plan.id(),
                        plan.user(),
                        plan.lang(),
                        CoreJson.write(plan),
                        ConversationsController.resume(party));
        inbox.put(party.id(), inputId, input, trace);
        accepted.add(Accepted.plan(plan, party.id(), now));
    }

    static Problem.Refusal refused(Drafts.Checked.Rejected bad) {
        return Problem.invalid(
                        "The plan has %d fault(s); 'errors' names each."
                                .formatted(bad.faults().size()),
                        bad.faults())
                .refusal();
    }
}
