package errand.orchestrator.planner;

import errand.agent.Money;
import errand.orchestrator.planner.language.Amount;
import errand.orchestrator.planner.language.City;
import errand.orchestrator.planner.language.CityMention;
import errand.orchestrator.planner.language.CityMention.Role;
import errand.orchestrator.planner.language.Days;
import errand.orchestrator.planner.language.Direction;
import errand.orchestrator.planner.language.Mention;
import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.language.Window;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Fills the slots of a playbook from a sentence. Knows types and roles, no scenario. */
final class Slots {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> BACK = Set.of("back", "end", "return", "checkOut", "until");

    private final boolean chinese;
    private final Map<String, String> own;

    /**
     * @param own addresses by the person's own names
     */
    Slots(boolean chinese, Map<String, String> own) {
        this.chinese = chinese;
        this.own = own;
    }

    /** Values by slot, for what the sentence says. */
    Map<String, JsonNode> found(Playbook playbook, Sentence sentence) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Slot slot : playbook.slots()) {
            JsonNode value = value(slot, playbook, sentence);
            if (value != null) {
                values.put(slot.name(), value);
            }
        }
        return values;
    }

    /** Whether it is about coming back. */
    static boolean back(Slot slot) {
        return BACK.contains(role(slot));
    }

    private @Nullable JsonNode value(Slot slot, Playbook playbook, Sentence sentence) {
        return switch (slot.type()) {
            case CITY -> city(slot, playbook, sentence);
            case PLACE -> place(slot, sentence);
            case DATE -> date(role(slot), sentence);
            case TIME -> time(role(slot), playbook, sentence);
            case NIGHTS -> number(sentence.nights());
            case PEOPLE -> number(sentence.people());
            case ROOMS -> number(sentence.rooms());
            case QUANTITY -> HowMany.ofOne(sentence);
            case MONEY -> money(slot, sentence);
            case ITEM -> HowMany.items(sentence);
            case TEXT -> text(playbook, sentence);
            case CHOICE -> choice(slot, sentence.text());
            case CHOICES -> Choices.in(slot, sentence.text());
        };
    }

    private static @Nullable JsonNode text(Playbook playbook, Sentence sentence) {
        boolean counted =
                playbook.slots().stream().anyMatch(slot -> slot.type() == SlotType.QUANTITY);
        String words = counted ? sentence.things() : sentence.words();
        return words.isEmpty() ? null : StringNode.valueOf(words);
    }

    private static String role(Slot slot) {
        return slot.role().isEmpty() ? slot.name() : slot.role();
    }

    private @Nullable JsonNode city(Slot slot, Playbook playbook, Sentence sentence) {
        City from = from(sentence);
        City to = to(sentence, from);
        City city =
                switch (role(slot)) {
                    case "from" -> from;
                    case "to" -> to;
                    default -> to != null ? to : from;
                };
        boolean trip = playbook.slots().stream().anyMatch(it -> role(it).equals("to"));
        if (city == null && role(slot).equals("from") && !trip) {
            city = to;
        }
        return city == null ? null : StringNode.valueOf(city.in(chinese));
    }

    private static @Nullable City from(Sentence sentence) {
        List<City> said = sentence.cities(Role.FROM, Role.HERE);
        if (!said.isEmpty()) {
            return said.getFirst();
        }
        List<City> home = sentence.cities(Role.RETURN);
        List<City> goals = sentence.cities(Role.TO, Role.AT);
        if (!home.isEmpty() && goals.stream().anyMatch(it -> !it.equals(home.getFirst()))) {
            return home.getFirst();
        }
        List<City> at = sentence.cities(Role.AT);
        if (!at.isEmpty()
                && !sentence.cities(Role.TO).isEmpty()
                && !at.equals(sentence.cities(Role.TO))) {
            return at.getFirst();
        }
        return at.size() >= 2 ? at.getFirst() : null;
    }

    private static @Nullable City to(Sentence sentence, @Nullable City from) {
        return sentence.cities(Role.TO, Role.AT, Role.RETURN).stream()
                .filter(city -> !city.equals(from))
                .findFirst()
                .orElse(null);
    }

    /** The only city of an answer to "which city?", whatever its role. */
    @Nullable JsonNode onlyCity(Sentence sentence) {
        List<City> all =
                sentence.cities().stream()
                        .map(Mention::value)
                        .map(CityMention::city)
                        .distinct()
                        .toList();
        return all.size() == 1 ? StringNode.valueOf(all.getFirst().in(chinese)) : null;
    }

    private @Nullable JsonNode place(Slot slot, Sentence sentence) {
        String said =
                switch (role(slot)) {
                    case "from" -> sentence.way().from();
                    case "to" -> sentence.way().to();
                    case "delivery", "place" ->
                            sentence.delivery().map(it -> withCity(it, sentence)).orElse(null);
                    case "recipient" -> sentence.recipient().orElse(null);
                    default -> null;
                };
        return said == null ? null : address(said);
    }

    /** 88 Caoxi North Road, with the city that the sentence names elsewhere. */
    private String withCity(String place, Sentence sentence) {
        List<City> cities = sentence.cities(Role.AT, Role.TO, Role.HERE);
        boolean named =
                sentence.cities().isEmpty()
                        || !place.equals(Sentence.address(place, own).orElse(""));
        if (named
                || cities.stream()
                        .anyMatch(it -> place.contains(it.zh()) || place.contains(it.en()))) {
            return place;
        }
        return cities.isEmpty()
                ? place
                : chinese ? cities.getFirst().zh() + place : place + ", " + cities.getFirst().en();
    }

    /** Null for a name of the person's own that has no address yet. */
    @Nullable JsonNode address(String place) {
        return Sentence.address(place, own).<JsonNode>map(StringNode::valueOf).orElse(null);
    }

    private static @Nullable JsonNode date(String role, Sentence sentence) {
        List<Days> days = sentence.dates().stream().map(Mention::value).toList();
        Days first =
                days.stream()
                        .filter(it -> it.direction() != Direction.BACK)
                        .findFirst()
                        .orElse(days.isEmpty() ? null : days.getFirst());
        if (first == null) {
            return null;
        }
        if (!BACK.contains(role)) {
            return day(first.day());
        }
        LocalDate until = first.until();
        if (until != null) {
            return day(until);
        }
        return days.stream()
                .filter(it -> it != first && !it.day().isBefore(first.day()))
                .findFirst()
                .map(it -> day(it.day()))
                .orElse(null);
    }

    private static JsonNode day(LocalDate day) {
        return StringNode.valueOf(day.toString());
    }

    private static @Nullable JsonNode time(String role, Playbook playbook, Sentence sentence) {
        List<Window> times = sentence.times().stream().map(Mention::value).toList();
        boolean both =
                playbook.slots().stream()
                        .anyMatch(it -> it.type() == SlotType.TIME && BACK.contains(role(it)));
        boolean back = BACK.contains(role);
        Window fitting =
                times.stream()
                        .filter(it -> !both || back == (it.direction() == Direction.BACK))
                        .findFirst()
                        .orElse(
                                back
                                                && times.size() > 1
                                                && times.stream()
                                                        .noneMatch(
                                                                it ->
                                                                        it.direction()
                                                                                == Direction.BACK)
                                        ? times.get(1)
                                        : null);
        return fitting == null ? null : window(fitting);
    }

    private static JsonNode window(Window window) {
        ObjectNode node = NODES.objectNode();
        put(node, "start", window.start());
        put(node, "end", window.end());
        put(node, "arriveBefore", window.arriveBefore());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable LocalTime time) {
        if (time != null) {
            node.put(name, time.toString());
        }
    }

    private static @Nullable JsonNode number(List<Mention<Integer>> found) {
        return found.isEmpty() ? null : IntNode.valueOf(found.getFirst().value());
    }

    private static @Nullable JsonNode money(Slot slot, Sentence sentence) {
        boolean night = role(slot).equals("night");
        return sentence.money().stream()
                .map(Mention::value)
                .filter(amount -> night == (amount.per() == Amount.Per.NIGHT))
                .findFirst()
                .map(amount -> money(amount, sentence))
                .orElse(null);
    }

    /** What is said for each person counts for all of them, where it is known how many. */
    static JsonNode money(Amount amount, Sentence sentence) {
        boolean each = amount.per() == Amount.Per.PERSON;
        int people =
                each && !sentence.people().isEmpty() ? sentence.people().getFirst().value() : 1;
        Money money = amount.money().times(people);
        ObjectNode node =
                NODES.objectNode().put("amount", money.amount()).put("currency", money.currency());
        return each && sentence.people().isEmpty() ? node.put("per", "person") : node;
    }

    private static @Nullable JsonNode choice(Slot slot, String text) {
        List<String> said = new ArrayList<>();
        slot.options()
                .forEach(
                        (value, words) -> {
                            if (words.stream().anyMatch(word -> Chooser.optionSaid(word, text))) {
                                said.add(value);
                            }
                        });
        return said.size() == 1 ? StringNode.valueOf(said.getFirst()) : null;
    }
}
