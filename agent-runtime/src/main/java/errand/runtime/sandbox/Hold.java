package errand.runtime.sandbox;

import java.time.Instant;

/** A row of the table of holds. */
record Hold(String holdId, String quoteId, State state, Instant expiresAt) {

    /** An expired hold stays HELD: that it has expired follows from the clock. */
    enum State {
        HELD,
        RELEASED,
        BOOKED
    }
}
