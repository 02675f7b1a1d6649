package errand.orchestrator.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order that needs put steps in; there is none when steps wait for each other. */
final class Order {

    private final Map<String, List<String>> needs;
    private final Faults faults;
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();
    private final Set<Set<String>> named = new HashSet<>();

    private Order(Map<String, List<String>> needs, Faults faults) {
        this.needs = needs;
        this.faults = faults;
    }

    /** Names every cycle that is met, each once. */
    static void check(Map<String, List<String>> needs, Faults faults) {
        Order order = new Order(needs, faults);
        needs.keySet().forEach(order::visit);
    }

    private void visit(String step) {
        if (path.contains(step)) {
            cycle(path.subList(path.indexOf(step), path.size()));
            return;
        }
        if (done.contains(step)) {
            return;
        }
        path.add(step);
        needs.getOrDefault(step, List.of()).forEach(this::visit);
        path.removeLast();
        done.add(step);
    }

    private void cycle(List<String> steps) {
        if (named.add(Set.copyOf(steps))) {
            faults.add(
                    "/steps",
                    "CYCLE",
                    "These steps wait for each other: %s → %s."
                            .formatted(String.join(" → ", steps), steps.getFirst()));
        }
    }
}
