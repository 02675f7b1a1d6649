package errand.orchestrator.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A validated plan as submitted.
 *
 * @param id {@code p_} + UUIDv7
 * @param lang {@code zh} or {@code en}
 * @param budget what it may cost in all, or null
 * @param in JSON object that expressions see as {@code $in}
 * @param steps in the order they were written
 * @param manifests by capability, undo capabilities included
 */
public record PlanSpec(
        String id,
        String user,
        String lang,
        String goal,
        @Nullable Money budget,
        String in,
        List<StepSpec> steps,
        Map<String, Manifest> manifests) {

    public PlanSpec {
        steps = List.copyOf(steps);
        // Sorted, so that the same plan is written as the same bytes on every machine.
        manifests = Collections.unmodifiableMap(new TreeMap<>(manifests));
    }
}
