package errand.orchestrator.planner;

import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What changes of a plan, said back to the person before anything comes of it. */
final class SaidChange {

    private final Playbook playbook;
    private final boolean chinese;
    private final SaidBack back;
    private final List<String> now = new ArrayList<>();
    private final List<String> out = new ArrayList<>();

    SaidChange(Playbook playbook, boolean chinese) {
        this.playbook = playbook;
        this.chinese = chinese;
        this.back = new SaidBack(chinese);
    }

    /** Whether anything differs. */
    static boolean differs(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return !before.equals(after);
    }

    String of(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        ObjectNode said = back.of(playbook.slots(), after);
        for (Slot slot : playbook.slots()) {
            JsonNode was = before.get(slot.name());
            JsonNode is = after.get(slot.name());
            if (!Objects.equals(was, is)) {
                compare(slot, was, is, said.path(slot.name()).asString(""));
            }
        }
        List<String> all = new ArrayList<>();
        if (!now.isEmpty()) {
            all.add(in("改成" + String.join("、", now), String.join(", ", now) + " now"));
        }
        if (!out.isEmpty()) {
            all.add(in("不要" + String.join("、", out) + "了", "without " + String.join(", ", out)));
        }
        return in(
                "好的，" + String.join("，", all) + "，其他不变；重新查价，好了再请您确认。",
                "All right: "
                        + String.join("; ", all)
                        + "; the rest stays. I look up the new price and ask you again.");
    }

    /** What is so anyway needs no change. */
    String already() {
        return in("本来就是这样，没有改。", "It is like that already; nothing was changed.");
    }

    private void compare(Slot slot, @Nullable JsonNode was, @Nullable JsonNode is, String said) {
        if (slot.type() == SlotType.CHOICES) {
            parts(slot, was, is);
        } else if (is == null) {
            if (slot.type() == SlotType.CHOICE && was != null) {
                out.add(word(slot, was.asString("")));
            }
        } else {
            now.add(phrase(slot, is, said));
        }
    }

    private void parts(Slot slot, @Nullable JsonNode was, @Nullable JsonNode is) {
        for (String option : slot.options().keySet()) {
            if (has(was, option) && !has(is, option)) {
                out.add(word(slot, option));
            } else if (has(is, option) && !has(was, option)) {
                now.add(in("加上", "with ") + word(slot, option));
            }
        }
    }

    private static boolean has(@Nullable JsonNode parts, String option) {
        return parts != null && parts.valueStream().anyMatch(it -> it.asString("").equals(option));
    }

    private String word(Slot slot, String option) {
        return back.word(slot.options().getOrDefault(option, List.of(option)));
    }

    private String phrase(Slot slot, JsonNode is, String said) {
        int number = is.asInt(0);
        String text = is.asString("");
        return switch (slot.type()) {
            case PEOPLE -> number + in("个人", number == 1 ? " person" : " people");
            case NIGHTS -> number + in("晚", number == 1 ? " night" : " nights");
            case ROOMS -> number + in("间房", number == 1 ? " room" : " rooms");
            case QUANTITY -> number + in("件", " of them");
            case DATE -> (Slots.back(slot) ? in("到", "until ") : "") + said;
            case CITY -> role(slot) + text;
            case PLACE -> in("送到", "to ") + text;
            case MONEY -> in("预算", "a budget of ") + said;
            case CHOICE -> word(slot, text);
            case TIME, ITEM, CHOICES -> said;
            case TEXT -> text;
        };
    }

    private String role(Slot slot) {
        return switch (slot.name()) {
            case "from" -> in("从", "from ");
            case "to" -> in("到", "to ");
            default -> "";
        };
    }

    private String in(String zh, String en) {
        return chinese ? zh : en;
    }
}
