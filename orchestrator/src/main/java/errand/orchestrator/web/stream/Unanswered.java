package errand.orchestrator.web.stream;

import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Step;
import errand.orchestrator.view.Labels;
import java.util.Optional;

/**
 * The word to a person whose plan waits for an agent that does not say whether it did what it was
 * asked. It may be away for long, and until it answers the plan does not end.
 */
final class Unanswered {

    static final String CODE = "AGENT_SILENT";

    private Unanswered() {}

    /** Said once for each step: when it is first asked not to go on because no answer came. */
    static Optional<String> told(PlanEvent event, Plan plan) {
        if (!(event instanceof PlanEvent.StepWithdrawn withdrawn)
                || withdrawn.attempt() != 1
                || withdrawn.failure().kind() != Failure.Kind.TIMEOUT) {
            return Optional.empty();
        }
        Step step = plan.steps().get(withdrawn.stepId());
        return step == null ? Optional.empty() : Optional.of(text(plan, step));
    }

    private static String text(Plan plan, Step step) {
        String agent = step.capability().split("[.]", 2)[0];
        String words =
                plan.spec().lang().equals("en")
                        ? "The service for \"%s\" (%s) has not answered. It is asked again until it tells"
                                + " what became of it; nothing is done twice meanwhile, and what was"
                                + " done is not lost."
                        : "“%s”的服务（%s）还没有回应。会一直问到它说清办了没有；在这之前不会重复办，已办的也不会丢。";
        return words.formatted(Labels.of(plan, step), agent);
    }
}
