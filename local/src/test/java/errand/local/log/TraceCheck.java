package errand.local.log;

import errand.local.log.EventLog.Line;
import errand.local.log.Story.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** G8: what was said or submitted, the tasks of it, and the answer are in one trace. */
final class TraceCheck {

    private final Collection<Story> stories;
    private final Map<String, String> begun = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    TraceCheck(List<Line> inbox, Collection<Story> stories) {
        this.stories = stories;
        for (Line line : inbox) {
            switch (line.value().getSchema().getName()) {
                case "UserSaid" -> begun.put(line.text("messageId"), line.trace());
                case "PlanSubmitted" -> begun.put(line.text("planId"), line.trace());
                default -> {} // goes on with something
            }
        }
        for (Told drafted : facts("PlanDrafted")) {
            begun.put(
                    drafted.text("planId"),
                    begun.getOrDefault(drafted.text("messageId"), "no trace"));
        }
    }

    /** What is in another trace than what began it, a line each. */
    List<String> of(Map<String, Line> tasks) {
        tasks.forEach(
                (id, task) -> check(begun.get(id.substring(0, id.indexOf('/'))), task.trace(), id));
        for (Told answer : facts("AnswerGiven")) {
            String message = answer.text("messageId");
            check(begun.get(message), answer.trace(), "answer to " + message);
        }
        return broken;
    }

    private List<Told> facts(String name) {
        return stories.stream()
                .flatMap(story -> story.facts().stream())
                .filter(told -> told.name().equals(name))
                .toList();
    }

    private void check(@Nullable String begun, String trace, String what) {
        if (!trace.equals(begun)) {
            broken.add("G8 %s is in trace %s, not %s".formatted(what, trace, begun));
        }
    }
}
