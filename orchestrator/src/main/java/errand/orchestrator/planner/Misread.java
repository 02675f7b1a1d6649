package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Correction;
import errand.orchestrator.planner.language.Direction;
import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.language.Unclear;
import errand.orchestrator.planner.language.Unclear.Why;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words that were not understood, or not as they were written: which slot they speak of, what is
 * said.
 */
final class Misread {

    private Misread() {}

    /**
     * Unclear words by the slot they would have filled.
     *
     * @param filled slots that this message fills
     */
    static Map<String, Unclear> in(Sentence sentence, Playbook playbook, Map<String, ?> filled) {
        Map<String, Unclear> all = new LinkedHashMap<>();
        for (Unclear unclear : sentence.unclear()) {
            boolean loose = unclear.why() == Why.PAST || unclear.why() == Why.VAGUE;
            boolean beside = loose && unclear.of() == Unclear.Of.DAY && !sentence.dates().isEmpty();
            if (!beside) {
                slot(unclear, playbook, filled.keySet(), all.keySet())
                        .ifPresent(slot -> all.put(slot.name(), unclear));
            }
        }
        return all;
    }

    private static Optional<Slot> slot(
            Unclear unclear,
            Playbook playbook,
            java.util.Set<String> filled,
            java.util.Set<String> taken) {
        SlotType type = type(unclear.of());
        if (type == SlotType.PEOPLE && hasItems(playbook)) {
            return Optional.empty();
        }
        List<Slot> open =
                playbook.slots().stream()
                        .filter(slot -> slot.type() == type)
                        .filter(slot -> !filled.contains(slot.name()))
                        .filter(slot -> !taken.contains(slot.name()))
                        .filter(slot -> unclear.why() != Why.PAST || !slot.optional())
                        .filter(slot -> unclear.of() != Unclear.Of.PEOPLE || !slot.optional())
                        .toList();
        boolean back = unclear.direction() == Direction.BACK;
        return open.stream()
                .filter(slot -> Slots.back(slot) == back)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    private static SlotType type(Unclear.Of of) {
        return switch (of) {
            case DAY -> SlotType.DATE;
            case TIME -> SlotType.TIME;
            case PEOPLE -> SlotType.PEOPLE;
        };
    }

    /** There a number is one of things. */
    private static boolean hasItems(Playbook playbook) {
        return playbook.slots().stream().anyMatch(slot -> slot.type() == SlotType.ITEM);
    }

    /** The question where the playbook has none of its own. */
    static String ask(Slot slot, boolean chinese) {
        return switch (slot.type()) {
            case PEOPLE -> chinese ? "一共几位？" : "How many people is it for?";
            case TIME -> chinese ? "是几点？" : "At what time?";
            default -> chinese ? "是哪一天？" : "Which day is it?";
        };
    }

    /** Why these words must be asked about. */
    static String told(Unclear unclear, boolean chinese) {
        boolean day = unclear.of() == Unclear.Of.DAY;
        boolean people = unclear.of() == Unclear.Of.PEOPLE;
        String zh =
                switch (unclear.why()) {
                    case IMPOSSIBLE -> day ? "“%s”没有这一天。" : "“%s”没有这个时间。";
                    case PAST -> "“%s”已经过了。";
                    case VAGUE -> "“%s”还不知道具体是哪一天。";
                    case UNREADABLE -> people ? "“%s”没看懂是几位。" : "“%s”没看懂是哪一天。";
                };
        String en =
                switch (unclear.why()) {
                    case IMPOSSIBLE ->
                            day
                                    ? "There is no such day as \"%s\". "
                                    : "There is no such time as \"%s\". ";
                    case PAST -> "\"%s\" is over. ";
                    case VAGUE -> "\"%s\" is not one day. ";
                    case UNREADABLE ->
                            people
                                    ? "I could not tell from \"%s\" how many people it is for. "
                                    : "I could not read \"%s\" as a day. ";
                };
        return (chinese ? zh : en).formatted(unclear.words());
    }

    /** Which misspelt words were taken for which; empty for none. */
    static String read(List<Correction> corrections, boolean chinese) {
        return corrections.stream()
                .distinct()
                .map(
                        it ->
                                (chinese ? "把“%s”当作“%s”" : "\"%s\" read as %s")
                                        .formatted(it.said(), it.meant()))
                .collect(Collectors.joining(chinese ? "，" : ", "));
    }
}
