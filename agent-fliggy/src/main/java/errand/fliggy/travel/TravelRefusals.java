package errand.fliggy.travel;

import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import java.time.LocalDate;

/** Refusals that every adapter words alike, in the language of the task. */
public final class TravelRefusals {

    /** The longest stay in one booking, in nights. */
    public static final int LONGEST_STAY = 29;

    private TravelRefusals() {}

    /** Whether there is a night between the days, and not too many. */
    public static boolean isStay(LocalDate in, LocalDate out) {
        return in.isBefore(out) && !in.plusDays(LONGEST_STAY).isBefore(out);
    }

    public static <O> Outcome<O> noNights(Task task, LocalDate in, LocalDate out) {
        return refused(
                task,
                "NO_NIGHTS",
                "%s入住、%s离店不成立：至少住1晚，最多%d晚。".formatted(in, out, LONGEST_STAY),
                "From %s to %s is no stay: it takes 1 to %d nights."
                        .formatted(in, out, LONGEST_STAY));
    }

    public static <O> Outcome<O> sameCity(Task task, String from, String to) {
        return refused(
                task,
                "SAME_CITY",
                "“%s”和“%s”是同一个城市，请换一个目的地。".formatted(from, to),
                "'%s' and '%s' are the same city; name another destination.".formatted(from, to));
    }
}
