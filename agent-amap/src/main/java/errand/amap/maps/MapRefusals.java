package errand.amap.maps;

import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import java.time.LocalDate;

/** Refusals that every adapter of the map words alike, in the language of the task. */
public final class MapRefusals {

    private MapRefusals() {}

    /** {@code ADDRESS_NOT_FOUND}: a place of the person's own whose address nobody has said. */
    public static <O> Outcome<O> notSaved(Task task, String name) {
        return refused(
                task,
                "ADDRESS_NOT_FOUND",
                "没有保存“%s”的地址。请说出地址（城市、区、路和门牌号）或地点名称。".formatted(name),
                "No address is saved for '%s'. Say the address (city, district, street, number) or the name of a place."
                        .formatted(name));
    }

    /** {@code UNKNOWN_PLACE}. */
    public static <O> Outcome<O> unknownPlace(Task task, String placeId) {
        return refused(
                task,
                "UNKNOWN_PLACE",
                "没有编号为“%s”的地点，请先用place.search查询。".formatted(placeId),
                "There is no place '%s'. Take a placeId from place.search.".formatted(placeId));
    }

    /** {@code OFF_THE_MAP}. */
    public static <O> Outcome<O> offTheMap(Task task) {
        return refused(
                task,
                "OFF_THE_MAP",
                "这个坐标附近没有已知的城市。坐标为经度、纬度（WGS-84），如120.155,30.274。",
                "No city is known near that point. Points are longitude and latitude (WGS-84), such as 120.155,30.274.");
    }

    /** {@code TOO_MANY_PLACES}: the bounds of a matrix are those of {@link AskDistances}. */
    public static <O> Outcome<O> tooManyPlaces(Task task, int origins, int destinations) {
        return refused(
                task,
                "TOO_MANY_PLACES",
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
                                AskDistances.MOST_PAIRS));
    }

    /** {@code SAME_PLACE}. */
    public static <O> Outcome<O> samePlace(Task task, String name) {
        return refused(
                task,
                "SAME_PLACE",
                "起点和终点都是%s，请换一个。".formatted(name),
                "Both ends are %s; name another one.".formatted(name));
    }

    /** {@code DATE_PASSED}. */
    public static <O> Outcome<O> datePassed(Task task, LocalDate date, LocalDate today, int ahead) {
        return refused(
                task,
                "DATE_PASSED",
                "%s已经过去，今天是%s；只能查今天起%d天内的天气。".formatted(date, today, ahead),
                "%s has passed: today is %s. Forecasts reach from today to %d days ahead."
                        .formatted(date, today, ahead));
    }

    /** {@code DATE_TOO_FAR}. */
    public static <O> Outcome<O> dateTooFar(Task task, LocalDate date, LocalDate last, int ahead) {
        return refused(
                task,
                "DATE_TOO_FAR",
                "%s太远，天气预报只到%s（%d天内）。".formatted(date, last, ahead),
                "%s is too far ahead: forecasts reach to %s (%d days)."
                        .formatted(date, last, ahead));
    }
}
