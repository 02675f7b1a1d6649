package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of shop.
 *
 * @param number the more special, the lower
 * @param closes the same as {@code opens}: day and night
 * @param picture one character that shows it
 */
record Kind(
        int number,
        String name,
        List<Term> terms,
        LocalTime opens,
        LocalTime closes,
        long minimumFen,
        long packingFen,
        int minutes,
        List<String> shops,
        List<Dish> dishes,
        String picture) {

    static Kind of(int number, List<String> row) {
        return new Kind(
                number,
                row.get(0),
                Said.terms(row.get(1)),
                LocalTime.parse(row.get(2)),
                LocalTime.parse(row.get(3)),
                Long.parseLong(row.get(4)) * 100,
                Long.parseLong(row.get(5)) * 100,
                Integer.parseInt(row.get(6)),
                List.of(row.get(7).split(";")),
                dishes(row.get(0), row.get(8)),
                row.get(9));
    }

    /** What stands behind {@code [name]} belongs to that section of the menu. */
    private static List<Dish> dishes(String kind, String written) {
        List<Dish> dishes = new ArrayList<>();
        String section = kind;
        for (String entry : written.split(";")) {
            if (entry.startsWith("[")) {
                section = entry.substring(1, entry.length() - 1);
            } else {
                dishes.add(Dish.of(entry, section));
            }
        }
        return List.copyOf(dishes);
    }

    boolean openAt(LocalTime time) {
        return opens.equals(closes)
                || (opens.isBefore(closes)
                        ? !time.isBefore(opens) && time.isBefore(closes)
                        : !time.isBefore(opens) || time.isBefore(closes));
    }

    String hours() {
        return opens.equals(closes) ? "00:00–24:00" : opens + "–" + closes;
    }

    /** A picture that needs no other file: the character, drawn. */
    String image() {
        return Picture.of(picture);
    }
}
