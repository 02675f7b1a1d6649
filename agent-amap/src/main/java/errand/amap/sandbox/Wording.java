package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.chinese;
import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskDistances;
import errand.amap.maps.Category;
import errand.amap.maps.Mode;
import errand.amap.sandbox.Lookup.Missing;
import errand.amap.sandbox.Lookup.Nowhere;
import errand.amap.sandbox.Lookup.Unsaved;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How refusals of the map are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> notFound(Task task, Nowhere nowhere, Cities cities) {
        String why =
                switch (nowhere) {
                    case Missing missing -> notFoundText(task, missing, cities);
                    case Unsaved(String text) ->
                            in(
                                    task,
                                    "没有保存“%s”的地址。请说出地址（城市、区、路和门牌号）或地点名称。".formatted(text),
                                    "No address is saved for '%s'. Say the address (city, district, street, number) or the name of a place."
                                            .formatted(text));
                };
        return Outcome.refused("ADDRESS_NOT_FOUND", why);
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

    static <O> Outcome<O> unknownPlace(Task task, String placeId) {
        return Outcome.refused(
                "UNKNOWN_PLACE",
                in(
                        task,
                        "没有编号为“%s”的地点，请先用place.search查询。".formatted(placeId),
                        "There is no place '%s'. Take a placeId from place.search."
                                .formatted(placeId)));
    }

    static <O> Outcome<O> unknownCategory(Task task, String said) {
        String some =
                Arrays.stream(Category.values())
                        .flatMap(category -> category.words().stream().limit(1))
                        .collect(Collectors.joining(chinese(task) ? "、" : ", "));
        return Outcome.refused(
                "UNKNOWN_CATEGORY",
                in(
                        task,
                        "没有“%s”这一类的榜单。可选：%s。".formatted(said, some),
                        "There is no ranking of '%s'. There are: %s.".formatted(said, some)));
    }

    static <O> Outcome<O> offTheMap(Task task) {
        return Outcome.refused(
                "OFF_THE_MAP",
                in(
                        task,
                        "这个坐标附近没有已知的城市。坐标为经度、纬度（WGS-84），如120.155,30.274。",
                        "No city is known near that point. Points are longitude and latitude (WGS-84), such as 120.155,30.274."));
    }

    static <O> Outcome<O> tooManyPlaces(Task task, int origins, int destinations) {
        return Outcome.refused(
                "TOO_MANY_PLACES",
                in(
                        task,
                        "%d个起点×%d个终点超出范围：各1到%d个，合计最多%d对，请分几次查询。"
                                .formatted(
                                        origins,
                                        destinations,
                                        AskDistances.MOST_PLACES,
                                        AskDistances.MOST_PAIRS),
                        "%d origins × %d destinations are out of bounds: 1 to %d of each, %d pairs at most; ask in several steps."
                                .formatted(
                                        origins,
                                        destinations,
                                        AskDistances.MOST_PLACES,
                                        AskDistances.MOST_PAIRS)));
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

    static <O> Outcome<O> tooManyPeople(Task task, int people, int most, String instead) {
        return Outcome.refused(
                "TOO_MANY_PEOPLE",
                in(
                        task,
                        "%d人坐不下（最多%d人），请改用%s。".formatted(people, most, instead),
                        "%d people are too many (%d at most); use %s instead."
                                .formatted(people, most, instead)));
    }

    static <O> Outcome<O> datePassed(Task task, LocalDate date, LocalDate today, int ahead) {
        return Outcome.refused(
                "DATE_PASSED",
                in(
                        task,
                        "%s已经过去，今天是%s；只能查今天起%d天内的天气。".formatted(date, today, ahead),
                        "%s has passed: today is %s. Forecasts reach from today to %d days ahead."
                                .formatted(date, today, ahead)));
    }

    static <O> Outcome<O> dateTooFar(Task task, LocalDate date, LocalDate last, int ahead) {
        return Outcome.refused(
                "DATE_TOO_FAR",
                in(
                        task,
                        "%s太远，天气预报只到%s（%d天内）。".formatted(date, last, ahead),
                        "%s is too far ahead: forecasts reach to %s (%d days)."
                                .formatted(date, last, ahead)));
    }
}
