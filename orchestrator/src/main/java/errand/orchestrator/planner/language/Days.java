package errand.orchestrator.planner.language;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day, or the first and the last of several.
 *
 * @param until the last day where a range was said
 * @param direction whether it is the day of coming back
 */
public record Days(LocalDate day, @Nullable LocalDate until, Direction direction) {

    static Days of(LocalDate day) {
        return new Days(day, null, Direction.UNSAID);
    }

    Days towards(Direction where) {
        return new Days(day, until, where);
    }
}
