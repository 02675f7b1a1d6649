package errand.bench.frame;

import java.util.List;

/**
 * How something went on over time, such as plans a second while warming up.
 *
 * @param every seconds from one value to the next
 */
public record Series(String name, String unit, int every, List<Double> values) {

    public Series {
        values = List.copyOf(values);
    }
}
