package errand.orchestrator.planner;

import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.planner.language.Cities;
import errand.orchestrator.planner.playbook.Bilingual;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a playbook and what was said into questions or a plan. */
final class Drafting {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How often one thing is asked. */
    private static final int TIMES = 2;

    private final Playbook playbook;
    private final Reply reply;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final List<String> assumed = new ArrayList<>();

    Drafting(Playbook playbook, Reply reply) {
        this.playbook = playbook;
        this.reply = reply;
    }

    /**
     * @param said values by slot
     * @param asked slots asked so far, once for each time
     */
    DraftReply with(Map<String, JsonNode> said, List<String> asked) {
        for (Slot slot : playbook.slots()) {
            JsonNode value = said.get(slot.name());
            JsonNode known = value != null ? value : known(slot);
            if (known != null && !contradicts(slot, known)) {
                values.put(slot.name(), known);
            }
        }
        List<Slot> missing =
                playbook.slots().stream()
                        .filter(slot -> !slot.optional() && !values.containsKey(slot.name()))
                        .toList();
        if (missing.isEmpty()) {
            return plan();
        }
        return missing.stream().anyMatch(slot -> Collections.frequency(asked, slot.name()) >= TIMES)
                ? givesUp(missing)
                : questions(missing, said, asked);
    }

    private @Nullable JsonNode known(Slot slot) {
        JsonNode fact = fact(slot);
        if (fact != null) {
            return fact;
        }
        return slot.fallback() == null ? null : Spoken.value(slot.fallback(), scope());
    }

    private @Nullable JsonNode fact(Slot slot) {
        Person person = reply.request().person();
        String from = slot.from();
        if (from == null) {
            return null;
        }
        String fact =
                from.equals("person.homeCity")
                        ? person.homeCity()
                        : person.places().get(from.substring("person.places.".length()));
        if (fact == null
                || fact.isBlank()
                || values.containsValue(StringNode.valueOf(city(fact)))) {
            return null;
        }
        assumed.add(slot.name());
        return StringNode.valueOf(slot.type() == SlotType.CITY ? city(fact) : fact);
    }

    private String city(String name) {
        return Cities.find(name).map(city -> city.in(reply.chinese())).orElse(name);
    }

    /** A destination that is the start, or a day that is over: better asked than planned. */
    private boolean contradicts(Slot slot, JsonNode value) {
        if (slot.type() == SlotType.CITY
                && slot.name().equals("to")
                && value.equals(values.get("from"))) {
            if (assumed.remove("from")) {
                values.remove("from");
                return false;
            }
            return true;
        }
        JsonNode start = values.get("start");
        return slot.type() == SlotType.DATE
                && slot.name().equals("end")
                && start != null
                && value.asString("").compareTo(start.asString("")) < 0;
    }

    private Documents.Scope scope() {
        return new Documents.Scope(in().toString(), Map.of(), null, reply.now());
    }

    private ObjectNode in() {
        ObjectNode in = NODES.objectNode();
        values.forEach(in::set);
        return in;
    }

    private DraftReply questions(
            List<Slot> missing, Map<String, JsonNode> said, List<String> asked) {
        List<Question> questions = new ArrayList<>();
        List<String> nowAsked = new ArrayList<>(asked);
        for (Slot slot : playbook.slots()) {
            boolean along =
                    slot.optional()
                            && !values.containsKey(slot.name())
                            && !asked.contains(slot.name());
            Bilingual ask = slot.ask();
            if (ask != null && (missing.contains(slot) || along)) {
                questions.add(question(slot, ask));
                nowAsked.add(slot.name());
            }
        }
        String text = String.join("\n", questions.stream().map(Question::text).toList());
        return reply.asks(
                playbook.name(), questions, new Pending(playbook.name(), said, nowAsked), text);
    }

    private Question question(Slot slot, Bilingual ask) {
        return new Question(
                reply.request().messageId() + "/" + slot.name(),
                slot.name(),
                ask.in(reply.chinese()),
                slot.options().values().stream()
                        .map(
                                words ->
                                        words.stream()
                                                .filter(word -> han(word) == reply.chinese())
                                                .findFirst()
                                                .orElse(words.getFirst()))
                        .toList());
    }

    private static boolean han(String word) {
        return word.codePoints().anyMatch(c -> c > 0x2E7F);
    }

    private DraftReply givesUp(List<Slot> missing) {
        List<String> asks =
                missing.stream()
                        .map(Slot::ask)
                        .map(ask -> ask == null ? "" : ask.in(reply.chinese()))
                        .filter(ask -> !ask.isEmpty())
                        .toList();
        return reply.says(
                reply.in("还缺这些，没法办：", "I cannot go on without knowing: ")
                        + String.join(" ", asks)
                        + reply.in(
                                "什么也没有订；请把要求一次说全。",
                                " Nothing was booked; please say it again in full."),
                null);
    }

    private DraftReply plan() {
        ObjectNode in = in();
        in.set("say", said());
        Documents.Scope scope = new Documents.Scope(in.toString(), Map.of(), null, reply.now());
        Bilingual goalText = playbook.goal();
        String goal = goalText == null ? null : spoken(goalText.in(reply.chinese()), scope);
        ObjectNode plan =
                NODES.objectNode().put("goal", goal == null ? reply.request().text() : goal);
        JsonNode budget = playbook.budget() == null ? null : Spoken.value(playbook.budget(), scope);
        if (budget != null && Shown.isMoney(budget)) {
            plan.putObject("budget")
                    .put("amount", budget.path("amount").asLong(0))
                    .put("currency", budget.path("currency").asString("CNY"));
        }
        plan.set("in", in);
        ArrayNode steps = plan.putArray("steps");
        playbook.steps().stream()
                .filter(step -> included(step, scope))
                .forEach(step -> steps.add(copy(step)));
        return reply.plans(playbook.name(), plan, plan.path("goal").asString("") + assumptions());
    }

    private static boolean included(JsonNode step, Documents.Scope scope) {
        String include = step.path("include").asString("");
        JsonNode value = include.isEmpty() ? null : Spoken.value(include, scope);
        return include.isEmpty() || value != null && value.asBoolean(false);
    }

    private static JsonNode copy(JsonNode step) {
        ObjectNode copy = NODES.objectNode();
        step.properties().stream()
                .filter(entry -> !entry.getKey().equals("include"))
                .forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return copy;
    }

    /** Slots as they are said back to the person. */
    private ObjectNode said() {
        ObjectNode said = NODES.objectNode();
        for (Slot slot : playbook.slots()) {
            JsonNode value = values.get(slot.name());
            if (value != null) {
                String text = said(slot, value);
                if (text != null) {
                    said.put(slot.name(), text);
                }
            }
        }
        return said;
    }

    private @Nullable String said(Slot slot, JsonNode value) {
        return switch (slot.type()) {
            case DATE -> day(value);
            case TIME -> window(value);
            case MONEY -> Shown.isMoney(value) ? Shown.money(value) : null;
            case ITEM -> items(value);
            case CITY, PLACE, NIGHTS, PEOPLE, ROOMS, TEXT, CHOICE -> null;
        };
    }

    private String day(JsonNode value) {
        try {
            return Shown.day(LocalDate.parse(value.asString("")), reply.chinese());
        } catch (java.time.DateTimeException e) {
            return value.asString("");
        }
    }

    private String window(JsonNode value) {
        String start = value.path("start").asString("");
        String end = value.path("end").asString("");
        String by = value.path("arriveBefore").asString("");
        if (!by.isEmpty()) {
            return reply.in(by + "前到", "arriving by " + by);
        }
        if (!start.isEmpty() && !end.isEmpty()) {
            return start + "–" + end;
        }
        return start.isEmpty()
                ? reply.in(end + "前", "before " + end)
                : reply.in(start + "后", "after " + start);
    }

    private String items(JsonNode value) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : value.values()) {
            all.add(item.path("text").asString("") + " × " + item.path("quantity").asInt(1));
        }
        return String.join(reply.in("、", ", "), all);
    }

    private String assumptions() {
        if (assumed.isEmpty()) {
            return "";
        }
        List<String> facts =
                assumed.stream()
                        .map(name -> values.get(name))
                        .filter(it -> it != null)
                        .map(it -> it.asString(""))
                        .distinct()
                        .toList();
        return reply.in("（按您的资料：", " (from your profile: ")
                + String.join(", ", facts)
                + reply.in("）", ")");
    }

    private @Nullable String spoken(String text, Documents.Scope scope) {
        Telling telling = new Telling(Map.of(), reply.chinese());
        return telling.text(text, scope);
    }
}
