package errand.bench.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of an earlier run beside those of this one. Ratios to the raw bound come first: absolute
 * figures of different days mean nothing, as the machine was another one.
 *
 * @param missing names of figures that only one of both has
 */
record Comparison(Result before, Result after, List<Change> changes, List<String> missing) {

    /** Less than this is said to be the same: benches waver. */
    private static final double WAVERS = 0.05;

    /**
     * @param ratio after divided by before
     */
    record Change(Figure before, Figure after, double ratio) {

        String verdict() {
            if (Double.isNaN(ratio) || Math.abs(ratio - 1) < WAVERS) {
                return "same";
            }
            return ratio > 1 == (after.better() == Better.HIGHER) ? "better" : "worse";
        }
    }

    /**
     * @throws IllegalArgumentException when they are results of different benches
     */
    static Comparison of(Result before, Result after) {
        if (!before.bench().equals(after.bench())) {
            throw new IllegalArgumentException(
                    "'%s' cannot be compared with '%s': measure the same bench."
                            .formatted(before.bench(), after.bench()));
        }
        Map<String, Figure> earlier =
                before.figures().stream()
                        .collect(Collectors.toMap(Figure::name, Function.identity()));
        List<Change> changes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Figure now : after.figures()) {
            Figure was = earlier.remove(now.name());
            if (was == null || !was.unit().equals(now.unit())) {
                missing.add(now.name());
            } else {
                changes.add(new Change(was, now, ratio(was.value(), now.value())));
            }
        }
        missing.addAll(earlier.keySet());
        changes.sort(Comparator.comparing(change -> !change.after().ofBound()));
        return new Comparison(before, after, changes, missing);
    }

    /** Nothing to nothing has not changed; from nothing to something cannot be told. */
    private static double ratio(double before, double after) {
        if (before == 0) {
            return after == 0 ? 1 : Double.NaN;
        }
        return after / before;
    }

    List<Change> ofBound() {
        return changes.stream().filter(change -> change.after().ofBound()).toList();
    }

    List<Change> absolute() {
        return changes.stream().filter(change -> !change.after().ofBound()).toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Compared with the run of %s:".formatted(before.when()));
        if (before.isVoid() || after.isVoid()) {
            lines.add("One of both is void: nothing of this counts.");
        }
        if (before.hasFailed() || after.hasFailed()) {
            lines.add("One of both failed: it has figures until then, and they may be wrong.");
        }
        if (!before.setting("durability").equals(after.setting("durability"))) {
            lines.add(
                    "Different durability: '%s' before, '%s' now. That says nothing about software."
                            .formatted(before.setting("durability"), after.setting("durability")));
        }
        if (!ofBound().isEmpty()) {
            lines.add("Ratios to the raw bound of the same run:");
            ofBound().forEach(change -> lines.add(line(change)));
        }
        lines.add("Absolute figures (between days, the machine changes more than the software):");
        absolute().forEach(change -> lines.add(line(change)));
        if (!missing.isEmpty()) {
            lines.add("In one of both only: " + String.join(", ", missing));
        }
        return lines;
    }

    private static String line(Change change) {
        return "    %-44s %10s -> %10s %-12s %s  %s"
                .formatted(
                        change.after().name(),
                        Numbers.shown(change.before().value()),
                        Numbers.shown(change.after().value()),
                        change.after().unit(),
                        Double.isNaN(change.ratio())
                                ? "     -"
                                : "x %.2f".formatted(change.ratio()),
                        change.verdict());
    }
}
