package errand.runtime.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Moves the business clock of one service forward, over HTTP on its own port. */
@RestController
public final class ClockControl {

    /** Further than anything is sold ahead. */
    private static final Duration MOST = Duration.ofDays(400);

    private final ErrandClock clock;

    public ClockControl(ErrandClock clock) {
        this.clock = clock;
    }

    /**
     * How far to move it.
     *
     * @param forward ISO 8601, such as {@code PT2H} or {@code P1D}
     */
    public record Move(@Nullable String forward) {}

    /** What the clock shows. */
    public record Shows(Instant now) {}

    @GetMapping("/sandbox/clock")
    Shows now() {
        return new Shows(clock.instant());
    }

    @PostMapping("/sandbox/clock")
    Shows move(@RequestBody Move move) {
        Duration by = duration(move.forward());
        if (by.isNegative() || by.compareTo(MOST) > 0) {
            throw bad(
                    "forward is %s; the clock can be moved forward by up to %s, never back."
                            .formatted(by, MOST));
        }
        clock.forward(by);
        return now();
    }

    private static Duration duration(@Nullable String text) {
        try {
            return Duration.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw bad("forward is '%s'; say it such as PT2H or P1D.".formatted(text));
        }
    }

    private static ResponseStatusException bad(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
