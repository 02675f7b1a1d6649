package errand.local.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts kills and tells of them, a line each and a table in the end. */
final class Tally {

    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private int kills;

    void add(Kill kill, double recovered, double took, int repeats) {
        kills++;
        seconds.computeIfAbsent(key(kill.moment(), kill.target()), key -> new ArrayList<>())
                .add(recovered);
        say(
                "%-27s %-13s at %-4s %-9s recovered in %5.1f s (round of %5.1f s, %d records again)",
                kill.moment(),
                kill.victim(),
                kill.step(),
                kill.held().equals(kill.victim())
                        ? "held"
                        : kill.killFirst() ? "kill, go" : "go, kill",
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
        say("%d kills", kills);
    }

    private static String key(String moment, String target) {
        return String.format(Locale.ROOT, "%-27s %-13s", moment, target);
    }

    static void say(String format, Object... values) {
        System.out.println("kill: " + String.format(Locale.ROOT, format, values));
    }
}
