package errand.orchestrator.web.stream;

import errand.orchestrator.view.Traces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of the log must be read before a live listener has everything. Pure.
 *
 * @param parts disjoint, ascending; each from its first offset up to its last, that one not
 *     included
 */
record Reading(List<Part> parts) {

    record Part(long from, long until) {}

    /**
     * The ranges that the view knows, and all it has not read yet, up to where live records begin.
     */
    static Reading before(Traces traces, long live) {
        List<Part> wanted = new ArrayList<>();
        traces.ranges().forEach(range -> wanted.add(new Part(range.first(), range.last() + 1)));
        wanted.add(new Part(traces.position(), live));
        wanted.sort(Comparator.comparingLong(Part::from));
        List<Part> parts = new ArrayList<>();
        for (Part part : wanted) {
            add(parts, new Part(part.from(), Math.min(part.until(), live)));
        }
        return new Reading(List.copyOf(parts));
    }

    private static void add(List<Part> parts, Part part) {
        Part last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && part.from() <= last.until()) {
            parts.set(
                    parts.size() - 1, new Part(last.from(), Math.max(last.until(), part.until())));
        } else if (part.from() < part.until()) {
            parts.add(part);
        }
    }
}
