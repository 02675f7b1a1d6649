package errand.orchestrator.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Ids: a prefix and a UUIDv7. Those of one process grow, so that newest first is also the order of
 * ids. Made from system time: an id is no business date.
 */
public final class Ids {

    public static final String CONVERSATION = "c_";
    public static final String PLAN = "p_";
    public static final String MESSAGE = "m_";
    public static final String INPUT = "i_";
    public static final String MANDATE = "md_";

    private static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long tick = LAST.updateAndGet(before -> Math.max(before + 1, now));
        long high = (tick >>> 12) << 16 | 0x7000 | (tick & 0xfff);
        long low = ThreadLocalRandom.current().nextLong() & 0x3fffffffffffffffL | 1L << 63;
        return new UUID(high, low);
    }

    /** When an id of ours was made; empty for one that is not ours. */
    static Optional<Instant> madeAt(String prefix, String id) {
        if (!id.startsWith(prefix) || !UUID_V7.matcher(id.substring(prefix.length())).matches()) {
            return Optional.empty();
        }
        long high = UUID.fromString(id.substring(prefix.length())).getMostSignificantBits();
        return Optional.of(Instant.ofEpochMilli(high >>> 16));
    }

    /** Whether something with this id may be so new that the view has not seen it. */
    static boolean recent(String prefix, String id, Instant now, Duration within) {
        return madeAt(prefix, id)
                .filter(at -> at.isAfter(now.minus(within)) && at.isBefore(now.plus(within)))
                .isPresent();
    }
}
