package errand.orchestrator.planner.language;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When in a day: from, until, or by when to be there.
 *
 * @param start not before
 * @param end not after
 * @param arriveBefore to have arrived by then
 */
public record Window(
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        @Nullable LocalTime arriveBefore,
        Direction direction) {

    static Window of(@Nullable LocalTime start, @Nullable LocalTime end) {
        return new Window(start, end, null, Direction.UNSAID);
    }

    static Window arriving(@Nullable LocalTime by) {
        return new Window(null, null, by, Direction.UNSAID);
    }

    Window towards(Direction where) {
        return new Window(start, end, arriveBefore, where);
    }
}
