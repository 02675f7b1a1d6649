package errand.orchestrator.planner;

import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.planner.language.Cities;
import errand.orchestrator.planner.language.Unclear;
import errand.orchestrator.planner.playbook.Answer;
import errand.orchestrator.planner.playbook.Bilingual;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a playbook and what was said into questions or a plan. */
final class Drafting {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Beside the slots: which misspelt words were taken for others. */
    static final String READ = "-read";

    /** Marks a slot among those asked whose words were not understood: no default stands in. */
    private static final String DOUBTED = "?";

    /** How often one thing is asked. */
    private static final int TIMES = 2;

    private final Playbook playbook;
    private final Reply reply;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final List<String> assumed = new ArrayList<>();
    private final SaidBack said;
    private String read = "";

    Drafting(Playbook playbook, Reply reply) {
        this.playbook = playbook;
        this.reply = reply;
        this.said = new SaidBack(reply.chinese());
    }

    /**
     * @param known values by slot
     * @param asked slots asked so far, once for each time
     * @param unclear words by slot that could not be taken
     */
    DraftReply with(Map<String, JsonNode> known, List<String> asked, Map<String, Unclear> unclear) {
        JsonNode misspelt = known.get(READ);
        read = misspelt == null ? "" : misspelt.asString("");
        List<Slot> missing = new ArrayList<>();
        for (Slot slot : playbook.slots()) {
            JsonNode value = known.get(slot.name());
            boolean open =
                    unclear.containsKey(slot.name()) || asked.contains(DOUBTED + slot.name());
            value = value == null && !(open && !slot.optional()) ? known(slot) : value;
            value = value == null ? null : offered(slot, value);
            if (value != null && !contradicts(slot, value)) {
                values.put(slot.name(), value);
            } else if (unclear.containsKey(slot.name()) || needed(slot)) {
                missing.add(slot);
            }
        }
        if (missing.isEmpty()) {
            return cannot().orElseGet(this::plan);
        }
        return missing.stream().anyMatch(slot -> Collections.frequency(asked, slot.name()) >= TIMES)
                ? givesUp(missing)
                : questions(missing, known, asked, unclear);
    }

    private boolean needed(Slot slot) {
        return !slot.optional() && (slot.when() == null || isTrue(slot.when()));
    }

    /** Without what is not on offer: no hotel for a trip of one day. */
    private @Nullable JsonNode offered(Slot slot, JsonNode value) {
        if (slot.type() != SlotType.CHOICES) {
            return value;
        }
        ArrayNode left = NODES.arrayNode();
        value.values().stream()
                .filter(it -> !isTrue(slot.without().get(it.asString(""))))
                .forEach(left::add);
        return left.isEmpty() ? null : left;
    }

    private Optional<DraftReply> cannot() {
        for (Answer.Empty each : playbook.cannot()) {
            if (isTrue(each.when())) {
                ObjectNode in = in();
                in.set("say", said.of(playbook.slots(), values));
                Documents.Scope scope =
                        new Documents.Scope(in.toString(), Map.of(), null, reply.now());
                String text = spoken(each.text().in(reply.chinese()), scope);
                return Optional.of(reply.says(text == null ? "" : text, null));
            }
        }
        return Optional.empty();
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
            List<Slot> missing,
            Map<String, JsonNode> known,
            List<String> asked,
            Map<String, Unclear> unclear) {
        List<Question> questions = new ArrayList<>();
        List<String> nowAsked = new ArrayList<>(asked);
        for (Slot slot : playbook.slots()) {
            boolean along =
                    slot.optional()
                            && !values.containsKey(slot.name())
                            && !asked.contains(slot.name());
            boolean must = missing.contains(slot);
            boolean can = must || slot.ask() != null;
            if (can && (must || along && applies(slot))) {
                questions.add(question(slot, unclear.get(slot.name())));
                nowAsked.add(slot.name());
                if (unclear.containsKey(slot.name())) {
                    nowAsked.add(DOUBTED + slot.name());
                }
            }
        }
        String text = String.join("\n", questions.stream().map(Question::text).toList());
        return reply.asks(
                        playbook.name(),
                        questions,
                        new Pending(playbook.name(), known, nowAsked),
                        text)
                .ahead(PlanSteps.ahead(playbook.steps()));
    }

    private boolean applies(Slot slot) {
        return slot.when() == null || isTrue(slot.when());
    }

    private Question question(Slot slot, @Nullable Unclear unclear) {
        String ask = asked(slot);
        return new Question(
                reply.request().messageId() + "/" + slot.name(),
                slot.name(),
                unclear == null ? ask : Misread.told(unclear, reply.chinese()) + ask,
                options(slot));
    }

    private String asked(Slot slot) {
        Bilingual own = slot.ask();
        return own == null ? Misread.ask(slot, reply.chinese()) : own.in(reply.chinese());
    }

    private List<String> options(Slot slot) {
        List<String> all = new ArrayList<>();
        slot.options()
                .forEach(
                        (value, words) -> {
                            if (!isTrue(slot.without().get(value))) {
                                all.add(said.word(words));
                            }
                        });
        if (slot.type() == SlotType.CHOICES) {
            all.add(reply.in("全部", "everything"));
        }
        return all;
    }

    private boolean isTrue(@Nullable String expression) {
        JsonNode value = expression == null ? null : Spoken.value(expression, scope());
        return value != null && value.asBoolean(false);
    }

    private DraftReply givesUp(List<Slot> missing) {
        List<String> asks = missing.stream().map(this::asked).toList();
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
        ObjectNode say = said.of(playbook.slots(), values);
        if (!read.isEmpty()) {
            say.put("read", read);
        }
        in.set("say", say);
        Documents.Scope scope = new Documents.Scope(in.toString(), Map.of(), null, reply.now());
        Bilingual goalText = playbook.goal();
        String goal = goalText == null ? null : spoken(goalText.in(reply.chinese()), scope);
        ObjectNode plan =
                NODES.objectNode()
                        .put("goal", (goal == null ? reply.request().text() : goal) + told(read));
        JsonNode budget = playbook.budget() == null ? null : Spoken.value(playbook.budget(), scope);
        if (budget != null && Shown.isMoney(budget)) {
            plan.putObject("budget")
                    .put("amount", budget.path("amount").asLong(0))
                    .put("currency", budget.path("currency").asString("CNY"));
        }
        plan.set("in", in);
        ArrayNode steps = plan.putArray("steps");
        PlanSteps.of(playbook.steps(), step -> PlanSteps.included(step, scope)).forEach(steps::add);
        return reply.plans(playbook.name(), plan, plan.path("goal").asString("") + assumptions());
    }

    private String told(String note) {
        return note.isEmpty() ? "" : reply.in("（" + note + "）", " (" + note + ")");
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
        Telling telling = new Telling(Map.of(), Map.of(), reply.chinese());
        return telling.text(text, scope);
    }
}
