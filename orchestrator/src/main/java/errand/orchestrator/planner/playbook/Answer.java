package errand.orchestrator.planner.playbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario's outcome is told.
 *
 * @param cards expressions by name
 * @param empty what is said instead when there is nothing
 */
public record Answer(Map<String, String> cards, List<Empty> empty, List<Line> zh, List<Line> en) {

    /**
     * A line. One whose expression gives nothing is left out.
     *
     * @param each expression of an array; the line is said for each element, as {@code $item}
     */
    public record Line(@Nullable String each, String say) {}

    /** Nothing was found, and what is said then. */
    public record Empty(String when, Bilingual text) {}

    public List<Line> lines(boolean chinese) {
        return chinese ? zh : en;
    }
}
