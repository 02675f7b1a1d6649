package errand.orchestrator.planner.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a slot holds, and so how it is looked for in a sentence. */
public enum SlotType {
    CITY,
    PLACE,
    DATE,
    TIME,
    NIGHTS,
    PEOPLE,
    ROOMS,
    QUANTITY,
    MONEY,
    ITEM,
    TEXT,
    CHOICE,
    CHOICES;

    static Optional<SlotType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.word().equals(name)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(SlotType::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
