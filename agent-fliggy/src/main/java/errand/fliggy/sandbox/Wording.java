package errand.fliggy.sandbox;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import java.time.LocalDate;

/** How refusals of travel are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> unknownCity(Task task, String name, Cities cities) {
        return Outcome.refused(
                "UNKNOWN_CITY",
                in(
                        task,
                        "没有“%s”的信息。可选城市：%s。".formatted(name, cities.offered(true)),
                        "'%s' is not a city sold here. Possible are: %s."
                                .formatted(name, cities.offered(false))));
    }

    static <O> Outcome<O> sameCity(Task task, String from, String to) {
        return Outcome.refused(
                "SAME_CITY",
                in(
                        task,
                        "“%s”和“%s”是同一个城市，请换一个目的地。".formatted(from, to),
                        "'%s' and '%s' are the same city; name another destination."
                                .formatted(from, to)));
    }

    static <O> Outcome<O> noNights(Task task, LocalDate in, LocalDate out, int most) {
        return Outcome.refused(
                "NO_NIGHTS",
                in(
                        task,
                        "%s入住、%s离店不成立：至少住1晚，最多%d晚。".formatted(in, out, most),
                        "From %s to %s is no stay: it takes 1 to %d nights."
                                .formatted(in, out, most)));
    }
}
