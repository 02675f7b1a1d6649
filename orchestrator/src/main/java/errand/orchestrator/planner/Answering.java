package errand.orchestrator.planner;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.planner.playbook.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells how one plan ended. */
final class Answering {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonataDocuments DOCUMENTS = new JsonataDocuments();

    private final AnswerRequest request;
    private final @Nullable Answer answer;
    private final boolean chinese;
    private final Map<String, JsonNode> outputs;
    private final Documents.Scope scope;
    private final Telling telling;

    Answering(AnswerRequest request, @Nullable Answer answer) {
        this.request = request;
        this.answer = answer;
        this.chinese = !request.lang().equals("en");
        this.outputs = outputs(request.steps());
        this.scope = scope(null);
        this.telling = new Telling(outputs, Latest.names(request.steps()), chinese);
    }

    AnswerReply reply() {
        String read = request.in() == null ? "" : request.in().at("/say/read").asString("");
        String told = text();
        String text =
                read.isEmpty() || told.contains(read)
                        ? told
                        : told + (chinese ? "\n（" + read + "。）" : "\n(" + read + ".)");
        return new AnswerReply(text, telling.citations(), cards());
    }

    private String text() {
        boolean went = request.state().equals("done") || request.state().equals("partial");
        String empty = empty();
        Report report = new Report(request, chinese, telling);
        if (empty != null) {
            return went ? empty : empty + "\n" + report.nothingPaid();
        }
        String told = went ? told() : null;
        if (told == null) {
            return report.text();
        }
        return request.state().equals("partial") ? told + "\n" + report.failures() : told;
    }

    private @Nullable String empty() {
        for (Answer.Empty each : answer == null ? List.<Answer.Empty>of() : answer.empty()) {
            JsonNode when = Spoken.value(each.when(), scope);
            if (when != null && when.asBoolean(false)) {
                return telling.text(each.text().in(chinese), scope);
            }
        }
        return null;
    }

    /** The lines that can be said; null when none can. */
    private @Nullable String told() {
        List<String> lines = new ArrayList<>();
        for (Answer.Line line : answer == null ? List.<Answer.Line>of() : answer.lines(chinese)) {
            String each = line.each();
            if (each == null) {
                add(lines, telling.text(line.say(), scope));
                continue;
            }
            if (DOCUMENTS.elements(each, scope)
                    instanceof Documents.Answer.Known<List<String>>(List<String> elements)) {
                elements.forEach(element -> add(lines, telling.text(line.say(), scope(element))));
            }
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private JsonNode cards() {
        ObjectNode cards = NODES.objectNode();
        if (answer != null) {
            answer.cards()
                    .forEach(
                            (name, expression) -> {
                                JsonNode value = Spoken.value(expression, scope);
                                if (value != null) {
                                    cards.set(
                                            name,
                                            value.isArray() ? value : NODES.arrayNode().add(value));
                                }
                            });
        }
        return cards;
    }

    private Documents.Scope scope(@Nullable String item) {
        Map<String, String> texts = new LinkedHashMap<>();
        outputs.forEach((step, output) -> texts.put(step, output.toString()));
        JsonNode in = request.in();
        return new Documents.Scope(
                in != null && in.isObject() ? in.toString() : "{}", texts, item, Instant.EPOCH);
    }

    /** By step; children of an {@code each} step ({@code step.0}) together where it has none. */
    private static Map<String, JsonNode> outputs(List<StepDone> steps) {
        Map<String, JsonNode> outputs = new LinkedHashMap<>();
        Map<String, ArrayNode> children = new LinkedHashMap<>();
        for (StepDone step : steps) {
            JsonNode output = step.output();
            if (output == null || output.isNull() || output.isMissingNode()) {
                continue;
            }
            int dot = step.id().indexOf('.');
            if (dot < 0) {
                outputs.put(step.id(), output);
            } else {
                children.computeIfAbsent(step.id().substring(0, dot), id -> NODES.arrayNode())
                        .add(output);
            }
        }
        children.forEach(outputs::putIfAbsent);
        Latest.names(steps)
                .forEach(
                        (name, id) -> {
                            JsonNode output = outputs.remove(id);
                            if (output == null) {
                                outputs.remove(name);
                            } else {
                                outputs.put(name, output);
                            }
                        });
        return outputs;
    }
}
