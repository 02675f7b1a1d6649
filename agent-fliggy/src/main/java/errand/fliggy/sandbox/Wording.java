package errand.fliggy.sandbox;

import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** How refusals of travel are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> unknownCity(Task task, String name, Cities cities) {
        return refused(
                task,
                "UNKNOWN_CITY",
                "没有“%s”的信息。可选城市：%s。".formatted(name, cities.offered(true)),
                "'%s' is not a city sold here. Possible are: %s."
                        .formatted(name, cities.offered(false)));
    }

    static <O> Outcome<O> unknownAirline(Task task, String name, Aviation aviation) {
        boolean chinese = Refusals.chinese(task);
        String offered =
                aviation.airlines().stream()
                        .map(chinese ? Airline::zh : Airline::en)
                        .collect(Collectors.joining(chinese ? "、" : ", "));
        return refused(
                task,
                "UNKNOWN_AIRLINE",
                "没有“%s”这家航空公司。可选：%s。".formatted(name, offered),
                "'%s' is no airline sold here. Possible are: %s.".formatted(name, offered));
    }

    /** A rule forbids the change. */
    static <O> Outcome<O> notChangeable(Task task, String zh, String en) {
        return refused(
                task,
                "NOT_CHANGEABLE",
                "不能改签：%s。可以退票后重新预订。".formatted(zh),
                "It cannot be changed: %s. It can be cancelled and booked anew.".formatted(en));
    }

    static <O> Outcome<O> badParty(Task task, int said, int most) {
        return refused(
                task,
                "BAD_QUANTITY",
                "每种票的数量须为0到%d，收到的是%d。".formatted(most, said),
                "There can be 0 to %d tickets of a kind, not %d.".formatted(most, said));
    }

    static <O> Outcome<O> badPeriod(Task task, LocalDate from, LocalDate to, int most) {
        return refused(
                task,
                "BAD_PERIOD",
                "%s到%s不是可查的时间段，最长%d天，结束日期不能早于开始日期。".formatted(from, to, most),
                "%s to %s is no period to look at: up to %d days, the last day not before the first."
                        .formatted(from, to, most));
    }
}
