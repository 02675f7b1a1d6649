package errand.orchestrator.codec;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.orchestrator.plan.StepSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A conversation as it is stored with every input: what a plan says of its steps stands once, and
 * steps that nothing has happened to are left out.
 */
record Kept(String id, long seq, Instant at, List<KeptPlan> plans, @Nullable Talk talk) {

    /** One plan; its steps are those that something has happened to. */
    record KeptPlan(
            @JsonSerialize(using = SpecTexts.Writer.class) PlanSpec spec,
            Stage stage,
            List<KeptStep> steps,
            List<Consent> consents,
            List<Quote> quotes,
            int finished) {

        static KeptPlan of(Plan plan) {
            Map<String, StepSpec> planned = planned(plan.spec());
            List<KeptStep> steps = new ArrayList<>();
            for (Step step : plan.steps().values()) {
                if (touched(step)) {
                    steps.add(KeptStep.of(step, planned.get(step.id())));
                }
            }
            return new KeptPlan(
                    plan.spec(),
                    plan.stage(),
                    steps,
                    plan.consents(),
                    List.copyOf(plan.quotes().values()),
                    plan.finished());
        }

        /** Whether anything has happened to it. */
        private static boolean touched(Step step) {
            return step.phase() != Phase.WAITING
                    || step.alternated()
                    || !step.equals(Step.planned(step.spec()));
        }

        Plan plan() {
            Map<String, StepSpec> planned = planned(spec);
            Map<String, Step> touched = new LinkedHashMap<>();
            steps.forEach(step -> touched.put(step.id(), step.step(planned.get(step.id()))));
            Map<String, Step> all = new LinkedHashMap<>();
            for (StepSpec step : spec.steps()) {
                Step known = touched.get(step.id());
                all.put(step.id(), known == null ? Step.planned(step) : known);
                for (Step child : touched.values()) {
                    if (step.id().equals(child.parent())) {
                        all.put(child.id(), child);
                    }
                }
            }
            touched.values().stream()
                    .filter(Step::implicit)
                    .forEach(step -> all.put(step.id(), step));
            Map<String, Quote> given = new LinkedHashMap<>();
            quotes.forEach(quote -> given.put(quote.quoteId(), quote));
            return new Plan(spec, stage, all, consents, given, finished);
        }

        private static Map<String, StepSpec> planned(PlanSpec spec) {
            Map<String, StepSpec> planned = new LinkedHashMap<>();
            spec.steps().forEach(step -> planned.put(step.id(), step));
            return planned;
        }
    }

    /**
     * One step; null stands for what is usual.
     *
     * @param spec only where it is not the plan's: children of {@code each}, alternatives
     */
    record KeptStep(
            String id,
            @Nullable StepSpec spec,
            @Nullable String item,
            @Nullable String parent,
            Phase phase,
            int round,
            int attempt,
            @Nullable String input,
            @Nullable List<String> quoteIds,
            @Nullable Instant due,
            @Nullable Instant deadline,
            @Nullable String consentId,
            @Nullable String output,
            @Nullable Failure failure,
            @Nullable String undoInput,
            int order,
            @Nullable Boolean alternated) {

        static KeptStep of(Step step, @Nullable StepSpec planned) {
            return new KeptStep(
                    step.id(),
                    step.spec().equals(planned) ? null : step.spec(),
                    step.item(),
                    step.parent(),
                    step.phase(),
                    step.round(),
                    step.attempt(),
                    step.input(),
                    step.quoteIds().isEmpty() ? null : step.quoteIds(),
                    step.due(),
                    step.deadline(),
                    step.consentId(),
                    step.output(),
                    step.failure(),
                    step.undoInput(),
                    step.order(),
                    step.alternated() ? true : null);
        }

        Step step(@Nullable StepSpec planned) {
            StepSpec own = spec == null ? planned : spec;
            if (own == null) {
                throw new IllegalStateException(
                        "The state knows a step '%s' that its plan does not have.".formatted(id));
            }
            return new Step(
                    own,
                    item,
                    parent,
                    phase,
                    round,
                    attempt,
                    input,
                    quoteIds == null ? List.of() : quoteIds,
                    due,
                    deadline,
                    consentId,
                    output,
                    failure,
                    undoInput,
                    order,
                    alternated != null && alternated);
        }
    }

    static Kept of(Conversation conversation) {
        return new Kept(
                conversation.id(),
                conversation.seq(),
                conversation.at(),
                conversation.plans().values().stream().map(KeptPlan::of).toList(),
                conversation.talk().none() ? null : conversation.talk());
    }

    Conversation conversation() {
        Map<String, Plan> all = new LinkedHashMap<>();
        plans.forEach(kept -> all.put(kept.spec().id(), kept.plan()));
        return new Conversation(id, seq, at, all, talk == null ? Talk.NONE : talk);
    }
}
