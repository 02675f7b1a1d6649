package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanEvent.PlanRevised;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Step;
import errand.simulation.Chaos.Met;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds where the person changed a plan that ran, and how often they did. */
final class ChangeInvariants {

    private final Collection<ConversationAdvanced> log;
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Set<String>> goingBack = new HashMap<>();

    ChangeInvariants(Collection<ConversationAdvanced> log) {
        this.log = log;
        for (ConversationAdvanced advanced : log) {
            for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
                if (fact instanceof Fact.OfPlan(String planId, PlanRevised(int _, var change))
                        && change.wish() != null) {
                    changed.add(planId);
                }
            }
        }
    }

    boolean changed(String planId) {
        return changed.contains(planId);
    }

    /** A card that can be answered shows quotes that count. */
    static void cardsShowWhatWouldRun(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        for (Consent card : plan.consents()) {
            if (card.state() == Consent.State.OPEN) {
                for (Quote item : card.items()) {
                    boolean counts =
                            item.lines().isEmpty() || plan.quotes().containsKey(item.quoteId());
                    assertThat(counts).as("%s shows %s", card.id(), item.quoteId()).isTrue();
                }
            }
        }
    }

    /** Nothing of a change begins while something that binds and did not stay is not given back. */
    void givenBackFirst(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        if (event instanceof PlanRevised(int _, Change change) && change.wish() != null) {
            goingBack.put(plan.id(), standing(plan, change));
        } else if (event instanceof PlanEvent.StepDispatched sent && sent.attempt() == 1) {
            assertThat(goingBack.getOrDefault(plan.id(), Set.of()))
                    .as("not given back when %s begins", sent.stepId())
                    .allMatch(id -> plan.step(id).orElseThrow().phase() == Phase.UNDONE);
        }
    }

    /** Writes that are done and that no step that counts any more asked for. */
    private static Set<String> standing(Plan plan, Change change) {
        Set<String> standing = new HashSet<>();
        List<String> left = change.wish() == null ? List.of() : change.wish().left();
        Set<String> gone = new HashSet<>(left);
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : plan.steps().values()) {
                boolean builds = step.spec().needs().stream().anyMatch(gone::contains);
                if (builds && step.phase() != Phase.SKIPPED && gone.add(step.id())) {
                    standing.add(step.id());
                    more = true;
                }
            }
        }
        standing.removeIf(id -> plan.step(id).orElseThrow().phase() != Phase.DONE);
        return standing;
    }

    /** Whether the person has made a budget smaller than what was bound under the old one. */
    static boolean lowered(@Nullable Money first, Plan plan) {
        Money now = plan.spec().budget();
        return now != null && (first == null || now.amount() < first.amount());
    }

    void count(Chaos chaos) {
        for (ConversationAdvanced advanced : log) {
            List<Fact> facts = Facts.fromAvro(advanced.getEvents());
            boolean revised = false;
            boolean answered = false;
            for (Fact fact : facts) {
                if (fact instanceof Fact.OfPlan(String _, PlanRevised(int _, Change change))
                        && change.wish() != null) {
                    revised = true;
                    chaos.met(Met.CHANGED_BY_PERSON);
                    if (!change.undo().isEmpty()) {
                        chaos.met(Met.CHANGE_GAVE_BACK);
                    }
                }
                answered |= fact instanceof Fact.AnswerGiven said && said.text().contains("没有改");
            }
            if (answered && !revised) {
                chaos.met(Met.CHANGE_TOO_LATE);
            }
        }
    }
}
