package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the person allowed beforehand can stand in for a card: before they are asked, the keeper of
 * mandates is asked to reserve for exactly what the card would show. It decides in its own
 * database, so that two conversations cannot spend the same mandate; if it does not stand in, the
 * card is opened.
 */
public final class Mandates {

    private static final String NOUN = ".mandate.";
    private static final String RESERVE = NOUN + "reserve";
    private static final String STEP = "_mandate";

    private final Journal journal;
    private final Documents documents;

    Mandates(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    /** Capabilities of keepers of mandates: no plan may name them. */
    public static boolean keeps(String capability) {
        return capability.contains(NOUN);
    }

    /** What an agent that keeps mandates calls reserving against one. */
    public static String reserve(String agent) {
        return agent + RESERVE;
    }

    /** The keeper in the plan's manifests, null when none is: then only the person is asked. */
    private @Nullable String keeper() {
        return journal.plan().spec().manifests().keySet().stream()
                .filter(capability -> capability.endsWith(RESERVE))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a mandate may stand in for a card about these steps: some are active, every item has
     * a quote that a known capability gave, and no capability always asks.
     */
    boolean mayStandIn(List<Step> steps, List<Quote> items) {
        Plan plan = journal.plan();
        return keeper() != null
                && steps.stream()
                        .filter(step -> !step.spec().asks())
                        .noneMatch(step -> plan.manifest(step).maturity() == Maturity.CONFIRM)
                && items.stream()
                        .allMatch(item -> Sources.of(plan, documents, item.quoteId()) != null);
    }

    void tryFor(Consent card) {
        Plan plan = journal.plan();
        List<Documents.Spend> spends = new ArrayList<>();
        for (Quote item : card.items()) {
            Step source = Objects.requireNonNull(Sources.of(plan, documents, item.quoteId()));
            spends.add(new Documents.Spend(item, source.capability()));
        }
        journal.note(
                new MandateTried(
                        stepOf(plan, card),
                        Objects.requireNonNull(keeper()),
                        documents.reservation(spends, outdated(plan)),
                        card.answered(Consent.State.RESERVING)));
    }

    /** Outputs of reservations whose card no longer covers what would run. */
    private List<String> outdated(Plan plan) {
        List<String> outputs = new ArrayList<>();
        for (Consent card : plan.consents()) {
            Step step = plan.step(stepOf(plan, card)).orElse(null);
            boolean stale =
                    card.items().stream()
                                    .anyMatch(item -> !plan.quotes().containsKey(item.quoteId()))
                            || card.state() == Consent.State.WITHDRAWN;
            if (step != null && step.phase() == Phase.DONE && step.output() != null && stale) {
                outputs.add(step.output());
            }
        }
        return outputs;
    }

    /** Whether it was a mandate and not the person that agreed to this card. */
    static boolean stoodIn(Plan plan, Consent card) {
        return card.state() == Consent.State.GRANTED
                && plan.step(stepOf(plan, card))
                        .filter(step -> step.phase() == Phase.DONE)
                        .isPresent();
    }

    /** What follows from the keeper's answers. */
    void judge(Cards cards) {
        for (Consent card : journal.plan().consents()) {
            Step step = journal.plan().step(stepOf(journal.plan(), card)).orElse(null);
            if (card.state() == Consent.State.RESERVING && step != null) {
                if (step.phase() == Phase.DONE) {
                    cards.agreed(card, new ConsentMandated(card.id(), step.id()));
                } else if (step.phase() == Phase.FAILED) {
                    journal.note(new ConsentAsked(card.answered(Consent.State.OPEN)));
                }
            }
        }
    }

    /** The step of the n-th card of a plan: like the card's, its id follows from the plan. */
    static String stepOf(Plan plan, Consent card) {
        return STEP + card.id().substring(card.id().lastIndexOf('-') + 1);
    }

    static Step step(MandateTried event) {
        StepSpec spec =
                new StepSpec(
                        event.stepId(),
                        event.capability(),
                        "{}",
                        List.of(),
                        null,
                        null,
                        Limits.MANDATE,
                        new OnFailure.Skip());
        return Step.planned(spec).ready(event.input(), List.of());
    }
}
