package errand.orchestrator.view;

import java.util.List;

/**
 * Where a conversation stands in the log, as far as the view has read it.
 *
 * @param seq number of its last record that the view has seen; 0 for none
 * @param position the view has read its partition up to here, this one not included
 * @param ranges where records of its plans and messages stand; may overlap, first to last
 */
public record Traces(long seq, long position, List<Range> ranges) {

    /** From the first to the last offset, both included. */
    public record Range(long first, long last) {}

    public Traces {
        ranges = List.copyOf(ranges);
    }
}
