package errand.simulation;

import errand.events.UserSaid;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A person who wants their plans to be others: another thing, one thing less, another budget. Has
 * chance of its own, so that a run without a wish is the same as if nobody could have one.
 */
final class Wishes {

    private static final int MOST = 4;

    private final Chaos chance;
    private final Map<String, PlanSpec> wanted = new TreeMap<>();
    private final boolean any;
    private int said;

    Wishes(long seed) {
        this.chance = new Chaos(31 * seed + 7);
        this.any = chance.percent(40);
    }

    /** What the person says of a plan, if they say anything now. */
    Optional<UserSaid> about(PlanSpec plan, String conversation, Instant at, int percent) {
        wanted.putIfAbsent(plan.id(), plan);
        if (!any || said >= MOST || !chance.percent(percent)) {
            return Optional.empty();
        }
        String id = "m_" + plan.id() + "_" + ++said;
        return Optional.of(
                new UserSaid(id, at, conversation, id, "demo", "zh", plan.id(), null, false));
    }

    /** The whole plan as it would be now. */
    PlanSpec drafted(String planId) {
        PlanSpec next = changed(Objects.requireNonNull(wanted.get(planId), planId));
        wanted.put(planId, next);
        return next;
    }

    private PlanSpec changed(PlanSpec plan) {
        List<Integer> things = things(plan);
        int thing = chance.oneOf(things);
        int mood = chance.below(3);
        if (mood == 0) {
            long budget = things.size() * (100L + chance.below(1_200));
            return with(plan, plan.steps(), chance.percent(30) ? null : new Money(budget, "CNY"));
        }
        if (mood == 1 && things.size() > 1) {
            return without(plan, thing);
        }
        String text = "%s-%d".formatted(plan.id(), thing);
        String other = "%sc%d".formatted(text, said);
        return inputs(plan, input -> input.replaceAll(text + "\\w*", other));
    }

    private static List<Integer> things(PlanSpec plan) {
        return plan.steps().stream()
                .map(StepSpec::id)
                .filter(id -> id.matches("s\\d"))
                .map(id -> Integer.parseInt(id.substring(1)))
                .toList();
    }

    private static PlanSpec without(PlanSpec plan, int thing) {
        List<String> gone = List.of("s" + thing, "q" + thing, "h" + thing, "o" + thing);
        String quote = "$out.q%d.quote".formatted(thing);
        String id = "\"${" + quote + ".quoteId}\"";
        String line =
                "{\"quoteId\":%s,\"payee\":\"${%s.payee}\",\"amount\":\"${%s.total}\"}"
                        .formatted(id, quote, quote);
        List<StepSpec> left = new ArrayList<>();
        for (StepSpec step : plan.steps()) {
            if (!gone.contains(step.id())) {
                String input = cut(cut(cut(step.input(), line), id), quote);
                List<String> needs = new ArrayList<>(step.needs());
                needs.removeAll(gone);
                left.add(step(step, input, needs));
            }
        }
        return with(plan, left, plan.budget());
    }

    private static String cut(String list, String element) {
        return list.replace(element + ",", "")
                .replace("," + element + "]", "]")
                .replace("," + element + "}", "}");
    }

    private static PlanSpec inputs(PlanSpec plan, UnaryOperator<String> change) {
        return with(
                plan,
                plan.steps().stream()
                        .map(it -> step(it, change.apply(it.input()), it.needs()))
                        .toList(),
                plan.budget());
    }

    private static StepSpec step(StepSpec step, String input, List<String> needs) {
        OnFailure onFailure =
                step.onFailure() instanceof OnFailure.Try(String capability, String _)
                        ? new OnFailure.Try(capability, input)
                        : step.onFailure();
        return new StepSpec(
                step.id(), step.capability(), input, needs, null, null, null, onFailure);
    }

    private static PlanSpec with(PlanSpec plan, List<StepSpec> steps, @Nullable Money budget) {
        return new PlanSpec(
                plan.id(),
                plan.user(),
                plan.lang(),
                plan.goal(),
                budget,
                plan.in(),
                steps,
                plan.manifests(),
                plan.within(),
                null);
    }
}
