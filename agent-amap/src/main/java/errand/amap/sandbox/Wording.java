package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.chinese;
import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Mode;
import errand.amap.maps.Weather;
import errand.amap.sandbox.Lookup.Missing;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** How refusals of the map are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> notFound(Task task, Missing missing, Cities cities) {
        return Outcome.refused("ADDRESS_NOT_FOUND", notFoundText(task, missing, cities));
    }

    private static String notFoundText(Task task, Missing missing, Cities cities) {
        City city = missing.city();
        if (missing.near().isEmpty()) {
            return in(
                    task,
                    "不知道“%s”在哪里。请说出城市（如%s）加上区和街道，或者车站、机场、园区、景点的名称。"
                            .formatted(missing.text(), offered(task, cities)),
                    "'%s' is not a known place. Say the city (such as %s) with district and street, or the name of a station, airport, campus or sight."
                            .formatted(missing.text(), offered(task, cities)));
        }
        if (city == null) {
            return in(
                    task,
                    "叫“%s”的地方不止一个：%s。请说出城市。".formatted(missing.text(), near(task, missing)),
                    "There is more than one '%s': %s. Say which city."
                            .formatted(missing.text(), near(task, missing)));
        }
        return in(
                task,
                "在%s没有找到“%s”。相近的有：%s；也可以说区、路和门牌号。"
                        .formatted(city.zh(), missing.text(), near(task, missing)),
                "'%s' is not known in %s. Known there are: %s; district, street and number will do as well."
                        .formatted(missing.text(), city.en(), near(task, missing)));
    }

    private static String near(Task task, Missing missing) {
        boolean bare = missing.city() != null;
        return missing.near().stream()
                .limit(6)
                .map(spot -> bare ? spot.name() : spot.name() + "（" + spot.city().in(task) + "）")
                .collect(Collectors.joining(chinese(task) ? "、" : ", "));
    }

    private static String offered(Task task, Cities cities) {
        return cities.offered().stream()
                .map(city -> city.in(task))
                .limit(4)
                .collect(Collectors.joining(chinese(task) ? "、" : ", "));
    }

    static <O> Outcome<O> unknownCity(Task task, String name, Cities cities) {
        String some =
                cities.offered().stream()
                        .map(city -> city.in(task))
                        .collect(Collectors.joining(chinese(task) ? "、" : ", "));
        int all = cities.all().size();
        return Outcome.refused(
                "UNKNOWN_CITY",
                in(
                        task,
                        "没有“%s”这个城市的信息。可选%s等%d个城市。".formatted(name, some, all),
                        "'%s' is not a city known here. Possible are %s and others, %d in all."
                                .formatted(name, some, all)));
    }

    static <O> Outcome<O> samePlace(Task task, String name) {
        return Outcome.refused(
                "SAME_PLACE",
                in(
                        task,
                        "起点和终点都是%s，请换一个。".formatted(name),
                        "Both ends are %s; name another one.".formatted(name)));
    }

    static <O> Outcome<O> tooFar(Task task, Mode mode, double kilometres) {
        long far = Math.round(kilometres);
        long most = Math.round(Estimates.reach(mode));
        return Outcome.refused(
                "TOO_FAR",
                in(
                        task,
                        "直线%d公里，%s太远（最多%d公里），请换一种方式，比如高铁。".formatted(far, mode.zh(), most),
                        "%d km is too far for %s (%d km at most); choose another way, such as a train."
                                .formatted(far, mode.en(), most)));
    }

    static <O> Outcome<O> datePassed(Task task, LocalDate date, LocalDate today) {
        return Outcome.refused(
                "DATE_PASSED",
                in(
                        task,
                        "%s已经过去，今天是%s；只能查今天起%d天内的天气。".formatted(date, today, Weather.DAYS_AHEAD),
                        "%s has passed: today is %s. Forecasts reach from today to %d days ahead."
                                .formatted(date, today, Weather.DAYS_AHEAD)));
    }

    static <O> Outcome<O> dateTooFar(Task task, LocalDate date, LocalDate last) {
        return Outcome.refused(
                "DATE_TOO_FAR",
                in(
                        task,
                        "%s太远，天气预报只到%s（%d天内）。".formatted(date, last, Weather.DAYS_AHEAD),
                        "%s is too far ahead: forecasts reach to %s (%d days)."
                                .formatted(date, last, Weather.DAYS_AHEAD)));
    }
}
