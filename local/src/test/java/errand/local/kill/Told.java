package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.log.EventLog.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * What the log tells of one conversation: its facts by number, each once, folded without any of the
 * orchestrator's own code.
 */
final class Told {

    private static final String DONE = "done";

    private final Map<Long, Line> bySeq = new LinkedHashMap<>();
    private final Map<String, String> steps = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private int repeats;
    private long spent;

    /** Every conversation of a log, by id. */
    static Map<String, Told> all(List<Line> log) {
        var told = new LinkedHashMap<String, Told>();
        log.forEach(
                line ->
                        told.computeIfAbsent(line.text("conversationId"), id -> new Told())
                                .hear(line));
        return told;
    }

    /** A number that was there before must come with the same bytes; the next is one more. */
    private void hear(Line line) {
        long seq = line.number("seq");
        var before = bySeq.putIfAbsent(seq, line);
        if (before != null) {
            assertThat(line.bytes()).as("seq %d again", seq).isEqualTo(before.bytes());
            repeats++;
            return;
        }
        assertThat(seq).as("numbers have no gaps").isEqualTo(bySeq.size());
        ((List<?>) line.value().get("events")).forEach(fact -> fold((GenericRecord) fact));
    }

    private void fold(GenericRecord fact) {
        var name = fact.getSchema().getName();
        counts.merge(name, 1, Integer::sum);
        switch (name) {
            case "StepReady" -> step(fact, "ready");
            case "StepDispatched" -> step(fact, "dispatched");
            case "StepSucceeded" -> {
                step(fact, DONE);
                counts.merge(name + " " + fact.get("stepId"), 1, Integer::sum);
            }
            case "StepFailed" -> step(fact, "failed");
            case "StepSkipped" -> step(fact, "skipped");
            case "StepUndone" -> step(fact, "undone");
            case "PlanClosed" -> {
                outcomes.add(fact.get("outcome").toString());
                spent = (Long) ((GenericRecord) fact.get("spent")).get("amount");
            }
            default -> {} // does not change where a step stands in a plan that goes well
        }
    }

    private void step(GenericRecord fact, String state) {
        steps.put(fact.get("stepId").toString(), state);
    }

    long lastSeq() {
        return bySeq.size();
    }

    /** How the plan ended, each time that it did. */
    List<String> outcomes() {
        return outcomes;
    }

    /** State by step. */
    Map<String, String> steps() {
        return steps;
    }

    int count(String fact) {
        return counts.getOrDefault(fact, 0);
    }

    /** Records with a number that had been there before. */
    int repeats() {
        return repeats;
    }

    /** Fen. */
    long spent() {
        return spent;
    }
}
