package errand.orchestrator.planner.playbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a scenario must or may know.
 *
 * @param role which of several cities, dates, times, places or amounts it is
 * @param ask the question when it is missing; an optional slot is asked along with others, once
 * @param from a fact about the person: {@code person.homeCity}, {@code person.places.家}
 * @param fallback expression over the slots before it
 * @param when it must be known only where this is true; a value that is said is taken anyway
 * @param options of a choice: words by value
 * @param without options that are not on offer while their expression is true
 */
public record Slot(
        String name,
        SlotType type,
        String role,
        boolean optional,
        @Nullable Bilingual ask,
        @Nullable String from,
        @Nullable String fallback,
        @Nullable String when,
        Map<String, List<String>> options,
        Map<String, String> without) {}
