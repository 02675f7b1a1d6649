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
 * @param wish what the person wants it to be from now on; null where only a way was changed
 */
public record Change(
        List<StepSpec> steps,
        Map<String, Manifest> manifests,
        List<String> undo,
        @Nullable String dropped,
        @Nullable Wish wish) {

    /**
     * What a plan is for after the person changed it.
     *
     * @param in JSON object that expressions see as {@code $in} from now on
     * @param budget what it may cost in all from now on, or null
     * @param left ids of steps whose results do not count any more; nothing of them binds
     * @param quotes ids of the quotes that those gave
     */
    public record Wish(
            String goal,
            String in,
            @Nullable Money budget,
            List<String> left,
            List<String> quotes) {

        public Wish {
            left = left == null ? List.of() : List.copyOf(left);
            quotes = quotes == null ? List.of() : List.copyOf(quotes);
        }
    }

    public Change {
        steps = List.copyOf(steps);
        manifests = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(manifests));
        undo = undo == null ? List.of() : List.copyOf(undo);
    }

    /** Another way to the same. */
    public Change(
            List<StepSpec> steps,
            Map<String, Manifest> manifests,
            List<String> undo,
            @Nullable String dropped) {
        this(steps, manifests, undo, dropped, null);
    }
}
