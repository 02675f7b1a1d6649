package errand.orchestrator.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another way for a plan.
 *
 * @param draft the whole plan with the new steps in it, to be checked like any draft
 * @param added ids of the new steps
 * @param undo ids of steps that are undone before the new ones begin
 * @param dropped id of the quote that nobody acts on any more, or null
 */
public record Revision(
        ObjectNode draft, List<String> added, List<String> undo, @Nullable String dropped) {

    public Revision {
        added = List.copyOf(added);
        undo = List.copyOf(undo);
    }
}
