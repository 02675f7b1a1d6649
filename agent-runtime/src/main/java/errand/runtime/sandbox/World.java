package errand.runtime.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** What all of the sandbox agrees on. */
public final class World {

    /** Days and times of trains and hotels are those of China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How far ahead trains and rooms are sold. */
    public static final int DAYS_AHEAD = 365;

    private World() {}

    public static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    public static LocalDate today(Instant now) {
        return now.atZone(ZONE).toLocalDate();
    }
}
