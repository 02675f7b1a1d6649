package errand.fliggy.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** What all of the sandbox agrees on. */
final class World {

    /** Days and times of trains and hotels are those of China. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How far ahead trains and rooms are sold. */
    static final int DAYS_AHEAD = 365;

    private World() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    static LocalDate today(Instant now) {
        return now.atZone(ZONE).toLocalDate();
    }
}
