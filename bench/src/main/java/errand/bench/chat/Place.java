package errand.bench.chat;

import java.util.Locale;

/**
 * Where an event stands in the log, as its id says: partition, offset of its record, index among
 * the events of that record.
 */
record Place(int partition, long offset, int index) {

    private static final int INDEX_BITS = 16;

    /** Of an event's id; refused when it does not read {@code partition-offset-index}. */
    static Place of(String id) {
        String[] parts = id.split("-", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'%s' is no id of an event".formatted(id));
        }
        return new Place(
                Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    /** Offset and index in one number that grows along a partition. */
    long packed() {
        return offset << INDEX_BITS | index;
    }

    static String unpacked(long packed) {
        return String.format(
                Locale.ROOT, "%d-%d", packed >> INDEX_BITS, packed & (1 << INDEX_BITS) - 1);
    }
}
