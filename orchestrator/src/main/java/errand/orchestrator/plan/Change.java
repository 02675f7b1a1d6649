package errand.orchestrator.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another way for the rest of a plan, checked like any draft. What was not begun gives way to it;
 * what is done or under way stays.
 *
 * @param steps new ones, with ids that the plan does not have
 * @param manifests of their capabilities; those the plan has already count
 * @param undo ids of steps that are undone first
 * @param dropped id of the quote that nobody acts on any more, or null
 */
public record Change(
        List<StepSpec> steps,
        Map<String, Manifest> manifests,
        List<String> undo,
        @Nullable String dropped) {

    public Change {
        steps = List.copyOf(steps);
        manifests = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(manifests));
        undo = undo == null ? List.of() : List.copyOf(undo);
    }
}
