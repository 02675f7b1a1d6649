package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.chinese;
import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Category;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.Mode;
import errand.amap.sandbox.Lookup.Missing;
import errand.amap.sandbox.Lookup.Nowhere;
import errand.amap.sandbox.Lookup.Unsaved;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How refusals of the map are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> notFound(Task task, Nowhere nowhere, Cities cities) {
        return switch (nowhere) {
            case Missing missing ->
                    Outcome.refused("ADDRESS_NOT_FOUND", notFoundText(task, missing, cities));
            case Unsaved(String text) -> MapRefusals.notSaved(task, text);
        };
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

    static <O> Outcome<O> unknownCategory(Task task, String said) {
        String some =
                Arrays.stream(Category.values())
                        .flatMap(category -> category.words().stream().limit(1))
                        .collect(Collectors.joining(chinese(task) ? "、" : ", "));
        return refused(
                task,
                "UNKNOWN_CATEGORY",
                "没有“%s”这一类的榜单。可选：%s。".formatted(said, some),
                "There is no ranking of '%s'. There are: %s.".formatted(said, some));
    }

    static <O> Outcome<O> unknownCity(Task task, String name, Cities cities) {
        String some =
                cities.offered().stream()
                        .map(city -> city.in(task))
                        .collect(Collectors.joining(chinese(task) ? "、" : ", "));
        int all = cities.all().size();
        return refused(
                task,
                "UNKNOWN_CITY",
                "没有“%s”这个城市的信息。可选%s等%d个城市。".formatted(name, some, all),
                "'%s' is not a city known here. Possible are %s and others, %d in all."
                        .formatted(name, some, all));
    }

    static <O> Outcome<O> tooFar(Task task, Mode mode, double kilometres) {
        long far = Math.round(kilometres);
        long most = Math.round(Estimates.reach(mode));
        return refused(
                task,
                "TOO_FAR",
                "直线%d公里，%s太远（最多%d公里），请换一种方式，比如高铁。".formatted(far, mode.zh(), most),
                "%d km is too far for %s (%d km at most); choose another way, such as a train."
                        .formatted(far, mode.en(), most));
    }

    static <O> Outcome<O> tooManyPeople(Task task, int people, int most, String instead) {
        return refused(
                task,
                "TOO_MANY_PEOPLE",
                "%d人坐不下（最多%d人），请改用%s。".formatted(people, most, instead),
                "%d people are too many (%d at most); use %s instead."
                        .formatted(people, most, instead));
    }
}
