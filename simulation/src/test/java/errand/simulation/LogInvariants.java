package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What holds of a conversation by its log alone (G1, G5, G6, the budget). */
final class LogInvariants {

    private final SimulatedConversation conversation;
    private final Conversation folded;
    private final ChangeInvariants changes;

    LogInvariants(SimulatedConversation conversation) {
        this.conversation = conversation;
        Conversation now = Conversation.begun(conversation.id);
        for (ConversationAdvanced advanced : conversation.log.values()) {
            now = now.after(advanced.getAt(), Facts.fromAvro(advanced.getEvents()));
        }
        this.folded = now;
        this.changes = new ChangeInvariants(conversation.log.values());
    }

    SimulatedConversation conversation() {
        return conversation;
    }

    /** What the person changed. */
    ChangeInvariants changes() {
        return changes;
    }

    /** As the log says it is. */
    Conversation folded() {
        return folded;
    }

    void hold() {
        Broken.unless(Invariants.ENDS, this::everyPlanEnded);
        Broken.unless("facts are numbered, and time never goes back", this::inOrder);
        Broken.unless(
                "G1 nothing binds before its consent",
                () -> atEveryPoint(new BoundByConsent(conversation.inbox)));
        Broken.unless("the budget holds at every point", () -> atEveryPoint(this::withinBudget));
        Broken.unless(
                "a card that is open shows what would run",
                () -> atEveryPoint(ChangeInvariants::cardsShowWhatWouldRun));
        Broken.unless(
                "what a change drops is given back first",
                () -> atEveryPoint(changes::givenBackFirst));
        Broken.unless(
                "nothing runs on what has failed",
                () -> atEveryPoint(LogInvariants::onSolidGround));
        Broken.unless(
                "what builds on it is undone first", () -> atEveryPoint(LogInvariants::inReverse));
    }

    /** Looks at a plan right after each of its facts. */
    interface AtEveryPoint {
        void check(Plan plan, PlanEvent event, ConversationAdvanced advanced);
    }

    private void atEveryPoint(AtEveryPoint look) {
        Conversation now = Conversation.begun(conversation.id);
        for (ConversationAdvanced advanced : conversation.log.values()) {
            for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
                now = now.after(advanced.getAt(), List.of(fact));
                if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)
                        && now.plans().get(planId) instanceof Plan plan) {
                    look.check(plan, event, advanced);
                }
            }
        }
    }

    private void everyPlanEnded() {
        assertThat(folded.plans()).hasSize(conversation.plans.size());
        assertThat(folded.plans().values()).allMatch(Plan::closed);
    }

    private void inOrder() {
        long expected = 1;
        Instant before = Instant.EPOCH;
        for (ConversationAdvanced advanced : conversation.log.values()) {
            assertThat(advanced.getSeq()).isEqualTo(expected++);
            assertThat(advanced.getAt()).isAfterOrEqualTo(before);
            before = advanced.getAt();
        }
    }

    /** All that is held, ordered or paid at one time costs no more than the person allowed. */
    private void withinBudget(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        Money budget = plan.spec().budget();
        if (budget == null || (lowered(plan) && !bindsNow(plan, event))) {
            return;
        }
        Map<String, Long> bound = new HashMap<>();
        for (Step step : plan.steps().values()) {
            if (stands(plan, step)) {
                step.quoteIds().forEach(id -> bound.put(id, amount(plan, id)));
            }
        }
        assertThat(bound.values().stream().mapToLong(Long::longValue).sum())
                .isLessThanOrEqualTo(budget.amount());
    }

    /** What is bound already when the person lowers the budget is bound under the old one. */
    private boolean lowered(Plan plan) {
        PlanSpec first =
                conversation.plans.stream()
                        .filter(it -> it.id().equals(plan.id()))
                        .findFirst()
                        .orElseThrow();
        return ChangeInvariants.lowered(first.budget(), plan);
    }

    private static boolean bindsNow(Plan plan, PlanEvent event) {
        return event instanceof PlanEvent.StepDispatched sent
                && sent.attempt() == 1
                && writes(plan, plan.step(sent.stepId()).orElseThrow());
    }

    /** A quote that gave way is given back before anything new is bound. */
    private static long amount(Plan plan, String quoteId) {
        Quote quote = plan.quotes().get(quoteId);
        return quote == null ? 0 : quote.total().amount();
    }

    private static boolean stands(Plan plan, Step step) {
        return writes(plan, step)
                && switch (step.phase()) {
                    case DISPATCHED, RETRYING, WITHDRAWN, DONE, UNDOING, UNDO_RETRYING -> true;
                    default -> false;
                };
    }

    private static boolean writes(Plan plan, Step step) {
        return plan.manifest(step.capability()).effect().writes();
    }

    private static void onSolidGround(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        if (event instanceof PlanEvent.StepDispatched sent) {
            for (String need : plan.step(sent.stepId()).orElseThrow().spec().needs()) {
                Step needed = plan.step(need).orElseThrow();
                boolean mayFail = needed.spec().onFailure() instanceof OnFailure.Skip;
                assertThat(needed.failure() == null || mayFail)
                        .as("%s needs %s, which failed", sent.stepId(), needed)
                        .isTrue();
            }
        }
    }

    private static void inReverse(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        if (event instanceof PlanEvent.UndoDispatched undo) {
            for (Step step : plan.steps().values()) {
                if (!step.id().equals(undo.stepId()) && buildsOn(plan, step, undo.stepId())) {
                    assertThat(stands(plan, step))
                            .as("%s builds on %s and stands", step.id(), undo.stepId())
                            .isFalse();
                }
            }
        }
    }

    private static boolean buildsOn(Plan plan, Step step, String id) {
        return step.spec().needs().stream()
                .anyMatch(
                        need ->
                                need.equals(id)
                                        || buildsOn(plan, plan.step(need).orElseThrow(), id));
    }

    /** The inbox through the core again gives the same records; folding gives the live state. */
    void replayGivesTheSame() {
        Conversation again = Conversation.begun(conversation.id);
        List<SpecificRecord> records = new ArrayList<>();
        long offset = 0;
        for (SpecificRecord record : conversation.inbox) {
            var input = Inputs.fromAvro(record);
            var step = Run.core().apply(again, input);
            SimulatedEngine.made(step, input, offset++).stream()
                    .filter(ConversationAdvanced.class::isInstance)
                    .forEach(records::add);
            again = step.kept();
        }
        assertThat(records).isEqualTo(List.copyOf(conversation.log.values()));
        assertThat(again).isEqualTo(conversation.engine.state());
        assertThat(folded.live().plans()).isEqualTo(again.plans());
        assertThat(folded.seq()).isEqualTo(again.seq());
    }
}
