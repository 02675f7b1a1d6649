package errand.orchestrator.draft;

import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would do, before anything of it has run: the answer to a dry run.
 *
 * @param asks cards the person would see, as far as the plan tells: one for each step that asks,
 *     and one for all that would bind the person without any step asking first
 */
public record PlanPreview(String goal, @Nullable Money budget, List<Step> steps, List<Ask> asks) {

    public PlanPreview {
        steps = List.copyOf(steps);
        asks = List.copyOf(asks);
    }

    /**
     * @param needs the listed and the referenced ones
     * @param undo what would undo it, or null
     */
    public record Step(
            String id,
            String capability,
            Effect effect,
            Maturity maturity,
            List<String> needs,
            @Nullable String undo) {}

    /**
     * @param steps whose card it is
     * @param quotedBy steps whose quotes would stand on it
     * @param implicit whether no step asks, so that the engine does when nothing else can run
     */
    public record Ask(List<String> steps, List<String> quotedBy, boolean implicit) {}

    public static PlanPreview of(PlanSpec plan) {
        return new PlanPreview(
                plan.goal(),
                plan.budget(),
                plan.steps().stream().map(step -> step(step, plan)).toList(),
                new Asks(plan).all());
    }

    private static Step step(StepSpec step, PlanSpec plan) {
        Manifest manifest = manifest(plan, step);
        return new Step(
                step.id(),
                step.capability(),
                manifest.effect(),
                manifest.maturity(),
                step.needs(),
                manifest.undo());
    }

    private static Manifest manifest(PlanSpec plan, StepSpec step) {
        return Objects.requireNonNull(plan.manifests().get(step.capability()), step.capability());
    }

    private static boolean asks(StepSpec step) {
        return step.capability().equals(Manifest.ASK);
    }

    /** Which quotes reach which card. */
    private static final class Asks {

        private final PlanSpec plan;
        private final Map<String, StepSpec> byId;

        Asks(PlanSpec plan) {
            this.plan = plan;
            this.byId =
                    plan.steps().stream()
                            .collect(Collectors.toMap(StepSpec::id, Function.identity()));
        }

        List<Ask> all() {
            List<Ask> asks = new ArrayList<>();
            Set<String> asked = new LinkedHashSet<>();
            for (StepSpec step : plan.steps()) {
                if (asks(step)) {
                    List<String> quoted = quoting(step);
                    asked.addAll(quoted);
                    asks.add(new Ask(List.of(step.id()), quoted, false));
                }
            }
            List<StepSpec> uncovered =
                    plan.steps().stream().filter(step -> uncovered(step, asked)).toList();
            if (!uncovered.isEmpty()) {
                Set<String> quoted = new LinkedHashSet<>();
                uncovered.forEach(step -> quoted.addAll(quoting(step)));
                asks.add(
                        new Ask(
                                uncovered.stream().map(StepSpec::id).toList(),
                                List.copyOf(quoted),
                                true));
            }
            return asks;
        }

        private List<String> quoting(StepSpec step) {
            return step.needs().stream()
                    .filter(need -> !manifest(plan, the(need)).quotePaths().isEmpty())
                    .toList();
        }

        private boolean uncovered(StepSpec step, Set<String> asked) {
            Manifest manifest = manifest(plan, step);
            boolean binds =
                    manifest.effect() == Effect.COMMIT
                            || manifest.effect() == Effect.PAY
                            || (manifest.effect() == Effect.HOLD
                                    && manifest.maturity() == Maturity.CONFIRM);
            List<String> quoted = quoting(step);
            boolean byCard = step.needs().stream().anyMatch(need -> asks(the(need)));
            boolean covered = asked.containsAll(quoted) && (!quoted.isEmpty() || byCard);
            return binds && !covered;
        }

        private StepSpec the(String id) {
            return Objects.requireNonNull(byId.get(id), id);
        }
    }
}
