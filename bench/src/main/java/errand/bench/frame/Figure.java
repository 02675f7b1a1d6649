package errand.bench.frame;

import java.util.List;

/**
 * One figure: the median of all runs.
 *
 * @param name the same in every run of a bench, such as {@code errand MAX 100}
 * @param unit such as {@code plans/s}; {@link #OF_BOUND} for ratios to the raw bound
 * @param runs what each run gave, in order
 */
public record Figure(String name, String unit, double value, Better better, List<Double> runs) {

    /** The unit of ratios to the raw bound of the same run: what days have in common. */
    public static final String OF_BOUND = "x the bound";

    public Figure {
        runs = List.copyOf(runs);
    }

    /** The median of what each run gave. */
    static Figure of(String name, String unit, Better better, List<Double> runs) {
        return new Figure(name, unit, median(runs), better, runs);
    }

    boolean ofBound() {
        return unit.equals(OF_BOUND);
    }

    /** The middle one; the mean of both in the middle when there is an even number of them. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no median of nothing");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
