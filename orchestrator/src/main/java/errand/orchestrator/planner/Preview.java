package errand.orchestrator.planner;

import errand.orchestrator.draft.PlanPreview;
import errand.orchestrator.draft.PlanPreview.Step;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan in words, before anything of it has run: what happens after what, and what is asked. */
public final class Preview {

    private final boolean chinese;

    private Preview(boolean chinese) {
        this.chinese = chinese;
    }

    /**
     * A line for the goal, one for all steps that may run side by side, and what would be asked.
     */
    public static String of(PlanPreview plan, String lang) {
        Preview preview = new Preview(!lang.equals("en"));
        List<String> lines = new ArrayList<>();
        lines.add(preview.head(plan));
        int i = 1;
        for (List<Step> wave : waves(plan.steps())) {
            lines.add("%2d. %s".formatted(i++, preview.sideBySide(wave)));
        }
        lines.add(preview.foot(plan.asks().size()));
        return String.join("\n", lines);
    }

    private String head(PlanPreview plan) {
        Money budget = plan.budget();
        String most =
                budget == null
                        ? ""
                        : Shown.money(new errand.agent.Money(budget.amount(), budget.currency()));
        String within =
                most.isEmpty()
                        ? ""
                        : chinese ? "（预算 %s）".formatted(most) : " (budget %s)".formatted(most);
        return (chinese ? "计划：" : "The plan: ") + plan.goal() + within;
    }

    private String foot(int cards) {
        if (chinese) {
            return (cards == 0 ? "不需要您确认。" : "到时会请您确认 %d 次。".formatted(cards))
                    + "这只是计划：什么都没有开始，没有预订，也没有付款。";
        }
        String asked =
                switch (cards) {
                    case 0 -> "Nothing of it needs your consent. ";
                    case 1 -> "You would be asked to agree once. ";
                    default -> "You would be asked to agree %d times. ".formatted(cards);
                };
        return asked + "This is only the plan: nothing was started, booked or paid.";
    }

    private String sideBySide(List<Step> wave) {
        Map<String, Long> names =
                wave.stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::name, LinkedHashMap::new, Collectors.counting()));
        return names.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                .collect(Collectors.joining(" ‖ "));
    }

    private String name(Step step) {
        return step.capability().equals(Manifest.ASK)
                ? chinese ? "请您确认" : "your consent"
                : Names.of(step.capability(), chinese);
    }

    /** Steps by how many must be over before them; a plan's steps never wait in a circle. */
    private static List<List<Step>> waves(List<Step> steps) {
        Map<String, Step> byId =
                steps.stream().collect(Collectors.toMap(Step::id, step -> step, (a, _) -> a));
        Map<String, Integer> depths = new HashMap<>();
        return List.copyOf(
                steps.stream()
                        .collect(
                                Collectors.groupingBy(
                                        step -> depth(step, byId, depths),
                                        TreeMap::new,
                                        Collectors.toList()))
                        .values());
    }

    private static int depth(Step step, Map<String, Step> byId, Map<String, Integer> depths) {
        Integer known = depths.get(step.id());
        if (known != null) {
            return known;
        }
        int deepest = 0;
        for (String need : step.needs()) {
            Step before = byId.get(need);
            deepest = before == null ? deepest : Math.max(deepest, depth(before, byId, depths));
        }
        depths.put(step.id(), deepest + 1);
        return deepest + 1;
    }
}
