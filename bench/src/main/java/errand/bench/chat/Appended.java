package errand.bench.chat;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * When a plain consumer of the log got its latest records: what a page is told later than that is
 * the fan-out's share. Remembers so many records of each partition, no more.
 */
public final class Appended {

    private static final int REMEMBERED = 4096;

    private record At(long offset, long nanos) {}

    private final AtomicReferenceArray<At> records;

    public Appended(int partitions) {
        records = new AtomicReferenceArray<>(partitions * REMEMBERED);
    }

    /** A record came to the plain consumer, in nanoseconds of this JVM. */
    public void add(int partition, long offset, long nanos) {
        records.set(slot(partition, offset), new At(offset, nanos));
    }

    /** When it came; -1 when it has not yet, or is forgotten. */
    long at(int partition, long offset) {
        At at = records.get(slot(partition, offset));
        return at != null && at.offset() == offset ? at.nanos() : -1;
    }

    private static int slot(int partition, long offset) {
        return partition * REMEMBERED + (int) (offset % REMEMBERED);
    }
}
