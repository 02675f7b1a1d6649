package errand.runtime.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The business clock: ticks like the system's, but can start elsewhere and be moved forward, never
 * back. Its zone is UTC; people's zones are a matter of whoever speaks to them.
 */
public final class ErrandClock extends Clock {

    private final Clock system;
    private final ZoneId zone;
    private final AtomicReference<Duration> ahead;

    private ErrandClock(Clock system, ZoneId zone, AtomicReference<Duration> ahead) {
        this.system = system;
        this.zone = zone;
        this.ahead = ahead;
    }

    public static ErrandClock system() {
        return new ErrandClock(
                Clock.systemUTC(), ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    /** As the settings say. */
    public static ErrandClock of(ClockSettings settings) {
        return settings.start() == null ? system() : startingAt(settings.start());
    }

    /** A ticking clock that shows {@code start} now. */
    public static ErrandClock startingAt(Instant start) {
        return startingAt(start, Clock.systemUTC());
    }

    static ErrandClock startingAt(Instant start, Clock system) {
        Duration ahead = Duration.between(system.instant(), start);
        return new ErrandClock(system, ZoneOffset.UTC, new AtomicReference<>(ahead));
    }

    /** Moves every view of this clock forward. Backwards is refused: deadlines would come back. */
    public void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "The clock cannot go back by %s; it can only be moved forward."
                            .formatted(by.negated()));
        }
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ErrandClock(system, zone, ahead);
    }
}
