package errand.orchestrator.admission;

import errand.orchestrator.admission.Crowd.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * In which order those that wait are let in: whoever has least under way comes first, so that one
 * person with a hundred wishes does not stand before a hundred people with one. Pure.
 */
final class Fair {

    private Fair() {}

    /** How many wishes of the same person come before it, those under way included. */
    private record Ranked(Waiting one, int rank) {}

    /**
     * @param queue in the order in which they came
     * @param underWay how much each person has under way
     */
    static List<Waiting> order(List<Waiting> queue, ToIntFunction<String> underWay) {
        Map<String, Integer> next = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>(queue.size());
        for (Waiting one : queue) {
            int rank = next.computeIfAbsent(one.user(), underWay::applyAsInt);
            next.put(one.user(), rank + 1);
            ranked.add(new Ranked(one, rank));
        }
        // Sorting keeps the order of those with the same rank.
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().map(Ranked::one).toList();
    }

    /**
     * Those who are let in now.
     *
     * @param ordered as {@link #order} gives them
     * @param room for how many there is room in all
     * @param perUser how much one person may have under way
     */
    static List<Waiting> admitted(
            List<Waiting> ordered, int room, int perUser, ToIntFunction<String> underWay) {
        Map<String, Integer> has = new HashMap<>();
        List<Waiting> admitted = new ArrayList<>();
        for (Waiting one : ordered) {
            if (admitted.size() >= room) {
                break;
            }
            int mine = has.computeIfAbsent(one.user(), underWay::applyAsInt);
            if (mine < perUser) {
                has.put(one.user(), mine + 1);
                admitted.add(one);
            }
        }
        return admitted;
    }
}
