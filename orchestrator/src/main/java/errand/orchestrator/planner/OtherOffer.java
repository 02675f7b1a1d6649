package errand.orchestrator.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Where what was chosen cannot be had, takes the next best of what was found: the expression that
 * chose it looks at the others only, and everything that built on it is planned anew. What is held
 * or booked already stays; a reservation of money for the old choice is given back first.
 */
final class OtherOffer {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern FOUND =
            Pattern.compile("\\$out\\.([A-Za-z]\\w*)\\.([A-Za-z]\\w*)");
    private static final Pattern ROUND = Pattern.compile("_r(\\d{1,4})$");
    private static final Set<String> NOT_BEGUN = Set.of("WAITING", "READY", "ASKING");
    private static final int LONGEST_ID = 40;

    private final RevisionRequest request;
    private final Map<String, JsonNode> steps = new LinkedHashMap<>();

    private OtherOffer(RevisionRequest request) {
        this.request = request;
        request.steps().forEach(step -> steps.put(step.at("/spec/id").asString(""), step));
    }

    /** Empty when there is nothing else to take, or money has been paid for good. */
    static Optional<Revision> of(RevisionRequest request) {
        return new OtherOffer(request).revision();
    }

    private Optional<Revision> revision() {
        JsonNode failed = failed();
        JsonNode quoted = failed == null ? null : quoted(failed);
        if (failed == null || quoted == null) {
            return Optional.empty();
        }
        Map<String, String> others = others(quoted);
        String dropped = reads(failed) ? "" : quoteId(failed);
        Set<String> anew = anew(id(quoted), id(failed), dropped);
        if (others.isEmpty() || anew.stream().map(this::the).anyMatch(OtherOffer::tooLate)) {
            return Optional.empty();
        }
        List<String> undo =
                anew.stream().filter(id -> is(the(id), "DONE") && !looks(the(id))).toList();
        if (steps.values().stream().anyMatch(step -> standsOn(step, anew, undo))) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        anew.forEach(id -> names.put(id, renamed(id)));
        ArrayNode all = NODES.arrayNode();
        steps.values().forEach(step -> all.add(step.path("spec")));
        for (String id : anew) {
            JsonNode spec = the(id).path("spec");
            JsonNode chosen = id.equals(id(quoted)) ? replaced(spec, others) : spec;
            all.add(step(chosen, names));
        }
        ObjectNode draft = NODES.objectNode().put("goal", request.goal());
        draft.set("in", request.in());
        draft.set("steps", all);
        return Optional.of(
                new Revision(
                        draft,
                        List.copyOf(names.values()),
                        undo,
                        dropped.isEmpty() ? null : dropped));
    }

    private JsonNode the(String id) {
        return Objects.requireNonNull(steps.get(id), id);
    }

    private static String id(JsonNode step) {
        return step.at("/spec/id").asString("");
    }

    private static boolean is(JsonNode step, String state) {
        return step.path("state").asString("").equals(state);
    }

    private static boolean pays(JsonNode step) {
        return step.path("effect").asString("").equals("PAY");
    }

    private static boolean reads(JsonNode step) {
        return step.path("effect").asString("").equals("READ");
    }

    private static boolean looks(JsonNode step) {
        String effect = step.path("effect").asString("");
        return effect.equals("READ") || effect.equals("ASK");
    }

    /** Money that is on its way, or was paid for good: nothing may be planned around it. */
    private static boolean tooLate(JsonNode step) {
        boolean begun = !NOT_BEGUN.contains(step.path("state").asString(""));
        boolean over = is(step, "DONE") || is(step, "FAILED") || is(step, "SKIPPED");
        boolean paid = step.path("output").has("paid");
        return pays(step) && begun && (!over || paid);
    }

    private @Nullable JsonNode failed() {
        JsonNode last = null;
        for (JsonNode step : steps.values()) {
            if (is(step, "FAILED") && step.at("/spec/onFailure").asString("").equals("revise")) {
                last = step;
            }
        }
        return last == null ? unwanted() : last;
    }

    /** Nothing has failed: the person would rather have another one than this card offers. */
    private @Nullable JsonNode unwanted() {
        return steps.values().stream()
                .filter(step -> is(step, "ASKING") && !quoteId(step).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String quoteId(JsonNode step) {
        return step.path("quoteIds").size() == 1 ? step.path("quoteIds").path(0).asString("") : "";
    }

    /** The step that quoted what failed, or the failed one itself when it was only looking. */
    private @Nullable JsonNode quoted(JsonNode failed) {
        if (reads(failed)) {
            return failed;
        }
        String quoteId = quoteId(failed);
        for (JsonNode step : steps.values()) {
            if (!quoteId.isEmpty()
                    && step.at("/output/quote/quoteId").asString("").equals(quoteId)) {
                return step;
            }
        }
        return null;
    }

    /** By text to be replaced: lists without the element that was chosen, while others are left. */
    private Map<String, String> others(JsonNode quoted) {
        Map<String, String> others = new LinkedHashMap<>();
        collect(quoted.at("/spec/input"), quoted.path("input"), others);
        return others;
    }

    private void collect(JsonNode template, JsonNode value, Map<String, String> others) {
        if (template.isObject()) {
            template.properties()
                    .forEach(it -> collect(it.getValue(), value.path(it.getKey()), others));
        }
        for (int i = 0; template.isArray() && i < template.size(); i++) {
            collect(template.path(i), value.path(i), others);
        }
        if (template.isString() && value.isString()) {
            Matcher list = FOUND.matcher(template.stringValue());
            while (list.find()) {
                without(list, template.stringValue(), value.stringValue(), others);
            }
        }
    }

    private void without(
            Matcher list, String expression, String chosen, Map<String, String> others) {
        JsonNode step = steps.get(list.group(1));
        if (step == null || chosen.contains("'")) {
            return;
        }
        List<JsonNode> found = elements(step.path("output"), list.group(2));
        for (String name : ids(found, chosen)) {
            String not = "[%s != '".formatted(name);
            long known = found.stream().map(it -> it.path(name).asString("")).distinct().count();
            long before =
                    (expression.length() - expression.replace(not, "").length()) / not.length();
            if (known - before > 1) {
                others.put(list.group(), list.group() + not + chosen + "']");
            }
        }
    }

    /** Elements of a list in an output; of a step with {@code each}, those of all its outputs. */
    private static List<JsonNode> elements(JsonNode output, String list) {
        List<JsonNode> elements = new ArrayList<>();
        if (output.isArray()) {
            output.forEach(one -> one.path(list).forEach(elements::add));
        } else {
            output.path(list).forEach(elements::add);
        }
        return elements;
    }

    /** Names of properties by which an element with this id is found. */
    private static Set<String> ids(List<JsonNode> elements, String chosen) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode element : elements) {
            element.properties().stream()
                    .filter(it -> it.getKey().endsWith("Id"))
                    .filter(it -> it.getValue().asString("").equals(chosen))
                    .forEach(it -> names.add(it.getKey()));
        }
        return names;
    }

    /** What was not begun, and what built on the choice and binds nobody. */
    private Set<String> anew(String quoted, String failed, String dropped) {
        Set<String> anew = new LinkedHashSet<>(List.of(quoted, failed));
        steps.forEach(
                (id, step) -> {
                    if (NOT_BEGUN.contains(step.path("state").asString(""))) {
                        anew.add(id);
                    }
                });
        Set<String> before;
        do {
            before = new HashSet<>(anew);
            for (Map.Entry<String, JsonNode> step : steps.entrySet()) {
                boolean stands = is(step.getValue(), "SKIPPED") || is(step.getValue(), "UNDONE");
                boolean mayGo = mayGo(step.getValue(), dropped);
                if (!stands && mayGo && buildsOn(step.getValue(), before)) {
                    anew.add(step.getKey());
                }
            }
        } while (anew.size() > before.size());
        return anew;
    }

    /** It binds nobody, or can be given back with the old choice. */
    private static boolean mayGo(JsonNode step, String dropped) {
        boolean ofTheOld = !dropped.isEmpty() && quoteId(step).equals(dropped);
        return looks(step) || pays(step) || (is(step, "DONE") && ofTheOld);
    }

    /** Binding, kept, and built on what would be undone. */
    private static boolean standsOn(JsonNode step, Set<String> anew, List<String> undo) {
        boolean over = is(step, "FAILED") || is(step, "SKIPPED") || is(step, "UNDONE");
        boolean begun = !NOT_BEGUN.contains(step.path("state").asString(""));
        return !looks(step)
                && begun
                && !over
                && !anew.contains(id(step))
                && buildsOn(step, Set.copyOf(undo));
    }

    private static boolean buildsOn(JsonNode step, Set<String> ids) {
        boolean needs =
                StreamSupport.stream(step.at("/spec/needs").spliterator(), false)
                        .anyMatch(need -> ids.contains(need.asString("")));
        return needs
                || ids.stream()
                        .anyMatch(id -> names(id).matcher(step.path("spec").toString()).find());
    }

    private static Pattern names(String id) {
        return Pattern.compile("\\$out\\." + Pattern.quote(id) + "\\b");
    }

    /** A round that no step has: the person may have changed the plan before. */
    private String renamed(String id) {
        int last = request.round();
        for (String known : steps.keySet()) {
            Matcher round = ROUND.matcher(known);
            last = round.find() ? Math.max(last, Integer.parseInt(round.group(1))) : last;
        }
        String round = "_r" + (last + 1);
        String base = ROUND.matcher(id).replaceFirst("");
        return base.substring(0, Math.min(base.length(), LONGEST_ID - round.length())) + round;
    }

    private static JsonNode replaced(JsonNode spec, Map<String, String> others) {
        JsonNode next = spec;
        for (Map.Entry<String, String> other : others.entrySet()) {
            Pattern exactly = Pattern.compile(Pattern.quote(other.getKey()) + "\\b");
            next = texts(next, exactly, other.getValue());
        }
        return next;
    }

    private static ObjectNode step(JsonNode spec, Map<String, String> names) {
        JsonNode next = spec;
        for (Map.Entry<String, String> name : names.entrySet()) {
            next = texts(next, names(name.getKey()), "$out." + name.getValue());
        }
        ObjectNode step = (ObjectNode) next.deepCopy();
        step.put("id", names.get(spec.path("id").asString("")));
        ArrayNode needs = step.putArray("needs");
        spec.path("needs")
                .forEach(
                        need ->
                                needs.add(
                                        names.getOrDefault(need.asString(""), need.asString(""))));
        return step;
    }

    private static JsonNode texts(JsonNode value, Pattern what, String by) {
        if (value.isString()) {
            return StringNode.valueOf(
                    what.matcher(value.stringValue()).replaceAll(Matcher.quoteReplacement(by)));
        }
        if (value.isArray()) {
            ArrayNode list = NODES.arrayNode();
            value.forEach(it -> list.add(texts(it, what, by)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.properties()
                    .forEach(it -> object.set(it.getKey(), texts(it.getValue(), what, by)));
            return object;
        }
        return value;
    }
}
