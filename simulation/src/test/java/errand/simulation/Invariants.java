package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConsentAnswered;
import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.simulation.Chaos.Met;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** What holds at the end of every run (G1–G7). */
final class Invariants {

    static final String ENDS = "G5 every plan ends";
    static final String REPLAY = "G6 replay gives the same";
    private static final Pattern WHOSE = Pattern.compile("[hoacm]_(p_\\d+)/([_a-z0-9]+)/.*");

    private final Run run;
    private final Conversation folded;
    private final ChangeInvariants changes;
    private final Set<String> withdrawn = new HashSet<>();

    Invariants(Run run) {
        this.run = run;
        Conversation conversation = Conversation.begun(Run.CONVERSATION);
        for (ConversationAdvanced advanced : run.log.values()) {
            conversation =
                    conversation.after(advanced.getAt(), Facts.fromAvro(advanced.getEvents()));
        }
        this.folded = conversation;
        this.changes = new ChangeInvariants(run.log.values());
    }

    void hold() {
        must(ENDS, this::everyPlanEnded);
        must("facts are numbered, and time never goes back", this::inOrder);
        must("G1 nothing binds before its consent", () -> atEveryPoint(new BoundByConsent(run)));
        must("the budget holds at every point", () -> atEveryPoint(this::withinBudget));
        must(
                "a card that is open shows what would run",
                () -> atEveryPoint(ChangeInvariants::cardsShowWhatWouldRun));
        must(
                "what a change drops is given back first",
                () -> atEveryPoint(changes::givenBackFirst));
        must("what builds on it is undone first", () -> atEveryPoint(Invariants::inReverse));
        must("G3 each effect happens once", this::eachEffectOnce);
        must("G7 the ledger sums to zero", this::ledgerSumsToZero);
        must("G2 captured is what was quoted", this::moneyIsRight);
        must("G5 nothing stays held", this::nothingStaysHeld);
        must("a mandate is never overspent, and gets back what came to nothing", this::mandate);
        must("an undo is given up only when refused", this::undosGivenUpOnlyWhenRefused);
        must(REPLAY, this::replayGivesTheSame);
        counts();
    }

    private static void must(String invariant, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new Broken(invariant, String.valueOf(e.getMessage()), e);
        }
    }

    /** Looks at a plan right after each of its facts. */
    interface AtEveryPoint {
        void check(Plan plan, PlanEvent event, ConversationAdvanced advanced);
    }

    private void atEveryPoint(AtEveryPoint look) {
        Conversation now = Conversation.begun(Run.CONVERSATION);
        for (ConversationAdvanced advanced : run.log.values()) {
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
        assertThat(folded.plans()).hasSize(run.plans.size());
        assertThat(folded.plans().values()).allMatch(Plan::closed);
    }

    private void inOrder() {
        long expected = 1;
        Instant before = Instant.EPOCH;
        for (ConversationAdvanced advanced : run.log.values()) {
            assertThat(advanced.getSeq()).isEqualTo(expected++);
            assertThat(advanced.getAt()).isAfterOrEqualTo(before);
            before = advanced.getAt();
        }
    }

    /** What was ordered and paid stood on a card that the person agreed to by its own hash. */
    private static final class BoundByConsent implements AtEveryPoint {
        private final Run run;
        private final Set<String> granted = new HashSet<>();

        private BoundByConsent(Run run) {
            this.run = run;
        }

        @Override
        public void check(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
            if (event instanceof PlanEvent.ConsentGranted grant) {
                Consent consent = plan.consent(grant.consentId()).orElseThrow();
                assertThat(run.inbox.get((int) advanced.getInboxOffset()))
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
            String capability = step.capability();
            if (capability.startsWith("shop.pay") || capability.equals("shop.thing.order")) {
                assertThat(granted).contains(sent.consentId());
                Consent consent = plan.consent(String.valueOf(sent.consentId())).orElseThrow();
                assertThat(consent.items())
                        .containsAll(
                                step.quoteIds().stream()
                                        .map(id -> Objects.requireNonNull(plan.quotes().get(id)))
                                        .toList());
            }
        }
    }

    /** All that is held, ordered or paid at one time costs no more than the person allowed. */
    private void withinBudget(Plan plan, PlanEvent event, ConversationAdvanced advanced) {
        Money budget = plan.spec().budget();
        if (budget == null || lowered(plan) && !bindsNow(plan, event)) {
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
                run.plans.stream()
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

    /** Whatever the round: a step is done once and undone once. */
    private void eachEffectOnce() {
        List<String> writes =
                run.agent.shop().state.effects.stream()
                        .filter(task -> !task.matches("p_\\d/[sq]\\d(_r\\d+)?/.*"))
                        .map(task -> task.substring(0, task.lastIndexOf('/')))
                        .toList();
        assertThat(writes).doesNotHaveDuplicates();
    }

    private void ledgerSumsToZero() {
        assertThat(run.agent.shop().state.ledger.values().stream().mapToLong(Long::longValue).sum())
                .isZero();
    }

    private void moneyIsRight() {
        var state = run.agent.shop().state;
        long spent = 0;
        for (Plan plan : folded.plans().values()) {
            spent += moneyOf(plan);
        }
        long captured =
                state.captured.entrySet().stream()
                        .filter(payment -> !givenUp(payment.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        assertThat(captured).isEqualTo(spent);
        assertThat(state.ledger.getOrDefault("shop", 0L))
                .isEqualTo(state.captured.values().stream().mapToLong(Long::longValue).sum());
    }

    private long moneyOf(Plan plan) {
        Outcome outcome = ((Stage.Closed) plan.stage()).outcome();
        List<String> orders =
                run.agent.shop().state.orders.keySet().stream()
                        .filter(order -> order.startsWith("o_" + plan.id() + "/"))
                        .toList();
        if (outcome == Outcome.DONE || outcome == Outcome.PARTIAL) {
            assertThat(orders).hasSameSizeAs(plan.quotes().keySet());
            return paid(plan).quoteIds().stream()
                    .map(id -> Objects.requireNonNull(plan.quotes().get(id)).total())
                    .reduce(Money.NOTHING, Money::plus)
                    .amount();
        }
        assertThat(orders).allMatch(this::givenUp);
        return 0;
    }

    /** The payment that counts: of a plan that went another way, the last one planned. */
    private static Step paid(Plan plan) {
        return plan.steps().values().stream()
                .filter(step -> step.id().startsWith("pay"))
                .filter(step -> step.phase() == Phase.DONE)
                .findFirst()
                .orElseThrow();
    }

    private void nothingStaysHeld() {
        assertThat(run.agent.shop().state.holds).allMatch(this::givenUp);
        assertThat(run.agent.shop().state.authorised.keySet()).allMatch(this::givenUp);
    }

    private void mandate() {
        Map<String, Long> reserved = run.agent.shop().state.reserved;
        assertThat(reserved.values().stream().mapToLong(Long::longValue).sum())
                .isLessThanOrEqualTo(ModelShop.MANDATE);
        assertThat(reserved.keySet())
                .allMatch(
                        id -> {
                            Matcher whose = WHOSE.matcher(id);
                            assertThat(whose.matches()).as(id).isTrue();
                            Plan plan = Objects.requireNonNull(folded.plans().get(whose.group(1)));
                            Outcome outcome = ((Stage.Closed) plan.stage()).outcome();
                            return outcome == Outcome.DONE
                                    || outcome == Outcome.PARTIAL
                                    || givenUp(id);
                        });
    }

    /** Whether the step behind an id of the shop stands only because its undo was refused. */
    private boolean givenUp(String id) {
        Matcher whose = WHOSE.matcher(id);
        assertThat(whose.matches()).as(id).isTrue();
        Plan plan = Objects.requireNonNull(folded.plans().get(whose.group(1)));
        return plan.step(whose.group(2)).orElseThrow().phase() == Phase.UNDO_FAILED;
    }

    private void undosGivenUpOnlyWhenRefused() {
        for (Plan plan : folded.plans().values()) {
            for (Step step : plan.steps().values()) {
                if (step.phase() == Phase.UNDO_FAILED
                        && !Objects.requireNonNull(step.failure())
                                .code()
                                .equals("UNDO_UNANSWERED")) {
                    assertThat(run.agent.shop().refusedUndos).contains(step.undoTaskId(plan.id()));
                }
            }
        }
    }

    /** The inbox through the core again gives the same records; folding gives the live state. */
    private void replayGivesTheSame() {
        Conversation again = Conversation.begun(Run.CONVERSATION);
        List<SpecificRecord> records = new ArrayList<>();
        long offset = 0;
        for (SpecificRecord record : run.inbox) {
            var input = Inputs.fromAvro(record);
            var step = Run.core().apply(again, input);
            SimulatedEngine.made(step, input, offset++).stream()
                    .filter(ConversationAdvanced.class::isInstance)
                    .forEach(records::add);
            again = step.kept();
        }
        assertThat(records).isEqualTo(List.copyOf(run.log.values()));
        assertThat(again).isEqualTo(run.engine.state());
        assertThat(folded.live().plans()).isEqualTo(again.plans());
        assertThat(folded.seq()).isEqualTo(again.seq());
    }

    private void counts() {
        changes.count(run.chaos);
        for (Plan plan : folded.plans().values()) {
            boolean revised = plan.steps().keySet().stream().anyMatch(id -> id.endsWith("_r2"));
            if (revised
                    && !changes.changed(plan.id())
                    && plan.stage() instanceof Stage.Closed closed
                    && closed.outcome() == Outcome.DONE) {
                run.chaos.met(Met.DONE_ANOTHER_WAY);
            }
        }
        for (ConversationAdvanced advanced : run.log.values()) {
            for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
                if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)) {
                    if (!changes.changed(planId)) {
                        countWay(event);
                    }
                    count(event);
                    countLate(planId, event);
                }
            }
        }
    }

    private void countLate(String planId, PlanEvent event) {
        switch (event) {
            case PlanEvent.StepWithdrawn e -> withdrawn.add(planId + e.stepId());
            case PlanEvent.StepSucceeded e when withdrawn.contains(planId + e.stepId()) ->
                    run.chaos.met(Met.LATE_REPLY_AFTER_CANCEL);
            case PlanEvent.StepUndone e when withdrawn.contains(planId + e.stepId()) ->
                    run.chaos.met(Met.LATE_SUCCESS_UNDONE);
            default -> {}
        }
    }

    /** Where no person changed it. */
    private void countWay(PlanEvent event) {
        switch (event) {
            case PlanEvent.PlanRevised e -> run.chaos.met(Met.REVISED);
            case PlanEvent.ConsentAsked e when e.consent().replaces() != null ->
                    run.chaos.met(Met.ASKED_AGAIN_AT_A_NEW_PRICE);
            default -> {}
        }
    }

    private void count(PlanEvent event) {
        switch (event) {
            case PlanEvent.ConsentGranted e -> run.chaos.met(Met.CONSENT_GRANTED);
            case PlanEvent.ConsentMandated e -> run.chaos.met(Met.MANDATE_USED);
            case PlanEvent.ConsentRefused e -> run.chaos.met(Met.CONSENT_REFUSED);
            case PlanEvent.ConsentExpired e -> run.chaos.met(Met.CONSENT_EXPIRED);
            case PlanEvent.StepAlternativeTaken e -> run.chaos.met(Met.ALTERNATIVE_TAKEN);
            case PlanEvent.UndoRetryScheduled e -> run.chaos.met(Met.UNDO_RETRIED);
            case PlanEvent.UndoFailed e -> run.chaos.met(Met.UNDO_FAILED);
            case PlanEvent.PlanClosed e ->
                    run.chaos.met(
                            switch (e.outcome()) {
                                case DONE -> Met.DONE;
                                case PARTIAL -> Met.PARTIAL;
                                case FAILED, CANCELLED -> Met.FAILED;
                            });
            default -> {}
        }
    }
}
