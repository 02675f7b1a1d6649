package errand.orchestrator.planner.model;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.Fault;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.planner.DraftReply;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.Kind;
import errand.orchestrator.planner.Question;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a model said and checks a plan of its exactly as a caller's. Trusts nothing. */
final class Hearing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_QUESTIONS = 5;
    private static final int MOST_OPTIONS = 10;

    private final Directory directory;

    Hearing(Directory directory) {
        this.directory = directory;
    }

    Heard hear(String said, DraftRequest request) {
        JsonNode reply = object(said);
        if (reply == null) {
            return wrong("", "NOT_JSON", "The reply is one JSON object and nothing else.");
        }
        return switch (reply.path("kind").asString("")) {
            case "plan" -> plan(reply.path("plan"), request);
            case "question" -> question(reply, request);
            case "answer" -> answer(reply, request);
            case "cancel" -> cancel(request);
            default ->
                    wrong("/kind", "KIND_UNKNOWN", "'kind' is plan, question, answer or cancel.");
        };
    }

    /** Models like to wrap JSON in thoughts, words and fences. */
    private static @Nullable JsonNode object(String said) {
        int thought = said.lastIndexOf("</think>");
        String text = thought < 0 ? said : said.substring(thought);
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(text.substring(from, to + 1));
            return node.isObject() ? node : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private Heard plan(JsonNode plan, DraftRequest request) {
        String lang = request.inChinese() ? "zh" : "en";
        Checked checked =
                PlanDrafts.check(
                        plan.isObject() ? plan.toString() : "{}",
                        directory,
                        request.messageId(),
                        request.person().user(),
                        lang);
        return switch (checked) {
            case Checked.Accepted _ ->
                    new Heard.Understood(
                            new DraftReply(Kind.PLAN, null, plan, List.of(), null, null, lang));
            case Checked.Rejected(List<Fault> faults) ->
                    new Heard.Wrong(
                            faults.stream()
                                    .map(
                                            fault ->
                                                    new Fault(
                                                            "/plan" + fault.path(),
                                                            fault.code(),
                                                            fault.message()))
                                    .toList());
        };
    }

    private static Heard question(JsonNode reply, DraftRequest request) {
        List<Question> questions = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        for (JsonNode asked : reply.path("questions")) {
            String slot = asked.path("slot").asString("").strip();
            String text = asked.path("text").asString("").strip();
            if (!slot.isEmpty() && !text.isEmpty() && !slots.contains(slot)) {
                slots.add(slot);
                questions.add(
                        new Question(
                                request.messageId() + "/" + slot, slot, cut(text), options(asked)));
            }
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            return wrong(
                    "/questions",
                    "QUESTIONS_MISSING",
                    "A question has 1 to %d questions {slot, text, options?}, slots differ."
                            .formatted(MOST_QUESTIONS));
        }
        String all = reply.path("text").asString("").strip();
        String text =
                all.isEmpty()
                        ? String.join("\n", questions.stream().map(Question::text).toList())
                        : cut(all);
        return understood(Kind.QUESTION, questions, text, request);
    }

    private static List<String> options(JsonNode asked) {
        return asked.path("options")
                .valueStream()
                .filter(JsonNode::isString)
                .map(option -> cut(option.asString()))
                .limit(MOST_OPTIONS)
                .toList();
    }

    private static Heard answer(JsonNode reply, DraftRequest request) {
        String text = reply.path("text").asString("").strip();
        return text.isEmpty()
                ? wrong("/text", "MISSING", "An answer has a 'text'.")
                : understood(Kind.ANSWER, List.of(), cut(text), request);
    }

    private static Heard cancel(DraftRequest request) {
        return request.running()
                ? understood(Kind.CANCEL, List.of(), null, request)
                : wrong(
                        "/kind",
                        "NOTHING_RUNS",
                        "No plan runs that could be cancelled; say so in an answer.");
    }

    private static Heard understood(
            Kind kind, List<Question> questions, @Nullable String text, DraftRequest request) {
        return new Heard.Understood(
                new DraftReply(
                        kind,
                        null,
                        null,
                        questions,
                        null,
                        text,
                        request.inChinese() ? "zh" : "en"));
    }

    private static Heard wrong(String path, String code, String message) {
        return new Heard.Wrong(List.of(new Fault(path, code, message)));
    }

    private static String cut(String text) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }
}
