package errand.local.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts kills and tells of them, a line each and a table in the end. */
final class Tally {

    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private final Map<String, Integer> moments = new TreeMap<>();
    private int kills;

    /**
     * @param beside trips that were under way besides
     * @param recovered seconds from the kill until the trapped trip had ended
     * @param took seconds of the whole round
     * @param repeats records of the trapped trip that came a second time
     */
    void add(Kill kill, int beside, double recovered, double took, int repeats) {
        kills++;
        moments.merge(kill.moment(), 1, Integer::sum);
        seconds.computeIfAbsent(key(kill.moment(), kill.target()), key -> new ArrayList<>())
                .add(recovered);
        say(
                "%-27s %-13s at %-4s %-9s with %d beside, recovered in %5.1f s (round of %5.1f s,"
                        + " %d records again)",
                kill.moment(),
                kill.victim(),
                kill.step(),
                kill.held().equals(kill.victim())
                        ? "held"
                        : kill.killFirst() ? "kill, go" : "go, kill",
                beside,
                recovered,
                took,
                repeats);
    }

    /** How often the target died at the moment and all came well. */
    int count(String moment, String target) {
        return seconds.getOrDefault(key(moment, target), List.of()).size();
    }

    void table() {
        say("%-27s %-13s %5s  %s", "moment", "killed", "times", "seconds to recover: median, most");
        seconds.forEach(
                (key, all) -> {
                    var sorted = all.stream().sorted().toList();
                    say(
                            "%s %5d  %5.1f %5.1f",
                            key, all.size(), sorted.get(sorted.size() / 2), sorted.getLast());
                });
        moments.forEach((moment, times) -> say("%-27s %5d kills in all", moment, times));
        say("%d kills", kills);
    }

    private static String key(String moment, String target) {
        return String.format(Locale.ROOT, "%-27s %-13s", moment, target);
    }

    static void say(String format, Object... values) {
        System.out.println("kill: " + String.format(Locale.ROOT, format, values));
    }
}
