package errand.orchestrator.web.stream;

import errand.events.ConversationAdvanced;
import errand.orchestrator.view.Traces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what a page has not seen: records in order, each number once, events after the
 * page's cursor. Pure but for its memory; belongs to one page.
 */
final class Sifter {

    private final Narrator narrator = new Narrator();
    private final Traces traces;
    private final @Nullable Cursor after;
    private long lastOffset = -1;
    private long lastSeq;

    Sifter(Traces traces, @Nullable Cursor after) {
        this.traces = traces;
        this.after = after;
    }

    /** The events of a record that the page is to see; none for a record it was given before. */
    List<Told> sift(ConversationAdvanced record, int partition, long offset) {
        if (offset <= lastOffset) {
            return List.of();
        }
        lastOffset = offset;
        // What the view had seen when it was asked cannot be new behind where it stood then.
        boolean seenByView = offset >= traces.position() && record.getSeq() <= traces.seq();
        if (seenByView || record.getSeq() <= lastSeq) {
            return List.of();
        }
        lastSeq = record.getSeq();
        List<Told> told = narrator.tell(record, partition, offset);
        Cursor seen = after;
        return seen == null
                ? told
                : told.stream().filter(event -> event.id().compareTo(seen) > 0).toList();
    }
}
