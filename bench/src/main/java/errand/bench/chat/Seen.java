package errand.bench.chat;

import java.util.Arrays;

/** The places of the events that one page was told of, across all its connections. */
final class Seen {

    private long[] places = new long[16];
    private int size;
    private long repeated;

    /** The next event that came; one that does not lie behind the last is a repetition. */
    synchronized void add(Place place) {
        long packed = place.packed();
        if (size > 0 && packed <= places[size - 1]) {
            repeated++;
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = packed;
    }

    synchronized int size() {
        return size;
    }

    /** Of the last event; -1 before the first. */
    synchronized long last() {
        return size == 0 ? -1 : places[size - 1];
    }

    /** Events that came again, or out of order. */
    synchronized long repeated() {
        return repeated;
    }

    /** Events of the whole that never came here. */
    synchronized long missing(Seen whole) {
        long missing = 0;
        for (long place : whole.all()) {
            missing += Arrays.binarySearch(places, 0, size, place) < 0 ? 1 : 0;
        }
        return missing;
    }

    private synchronized long[] all() {
        return Arrays.copyOf(places, size);
    }
}
