package errand.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    /** Monday, 23 November 2026, 10:00 in Shanghai. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    private volatile Instant now;

    private SettableClock(Instant now) {
        this.now = now;
    }

    public static SettableClock at(Instant now) {
        return new SettableClock(now);
    }

    public static SettableClock onMondayMorning() {
        return at(MONDAY_MORNING);
    }

    public void set(Instant now) {
        this.now = now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
