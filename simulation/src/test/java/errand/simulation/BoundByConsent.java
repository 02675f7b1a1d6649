package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConsentAnswered;
import errand.events.ConversationAdvanced;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What was ordered and paid stood on a card that the person agreed to by its own hash. */
final class BoundByConsent implements LogInvariants.AtEveryPoint {
    private final List<SpecificRecord> inbox;
    private final Set<String> granted = new HashSet<>();

    BoundByConsent(List<SpecificRecord> inbox) {
        this.inbox = inbox;
    }

    @Override
    public void check(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        if (event instanceof PlanEvent.ConsentGranted grant) {
            Consent consent = plan.consent(grant.consentId()).orElseThrow();
            assertThat(inbox.get((int) advanced.getInboxOffset()))
                    .isInstanceOfSatisfying(
                            ConsentAnswered.class,
                            answer -> assertThat(answer.getHash()).isEqualTo(consent.hash()));
            granted.add(consent.id());
        } else if (event instanceof PlanEvent.ConsentMandated mandated) {
            Step reserved = plan.step(mandated.stepId()).orElseThrow();
            assertThat(reserved.phase()).isEqualTo(Phase.DONE);
            Consent consent = plan.consent(mandated.consentId()).orElseThrow();
            assertThat(String.valueOf(reserved.input()))
                    .contains(consent.items().stream().map(Quote::quoteId).toList());
            granted.add(consent.id());
        } else if (event instanceof PlanEvent.StepDispatched sent) {
            bound(plan, sent);
        }
    }

    private void bound(Plan plan, PlanEvent.StepDispatched sent) {
        Step step = plan.step(sent.stepId()).orElseThrow();
        if (binds(plan.manifest(step.capability()))) {
            assertThat(granted).contains(sent.consentId());
            Consent consent = plan.consent(String.valueOf(sent.consentId())).orElseThrow();
            assertThat(consent.items())
                    .containsAll(
                            step.quoteIds().stream()
                                    .map(id -> Objects.requireNonNull(plan.quotes().get(id)))
                                    .toList());
        }
    }

    private static boolean binds(Manifest manifest) {
        return switch (manifest.effect()) {
            case COMMIT, PAY -> true;
            case HOLD -> manifest.maturity() == Maturity.CONFIRM;
            default -> false;
        };
    }
}
