package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * A kind of shop.
 *
 * @param number the more special, the lower
 * @param closes the same as {@code opens}: day and night
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
        List<Dish> dishes) {

    /** Something that shops of the kind sell. */
    record Dish(String title, List<Term> terms, int lowestYuan, int highestYuan) {

        static Dish of(String written) {
            String[] halves = written.split("@");
            String[] names = halves[0].split("/");
            String[] prices = halves[1].split("-");
            return new Dish(
                    names[0],
                    Said.terms(names[0] + "," + names[0].split(" ")[0] + "," + names[1]),
                    Integer.parseInt(prices[0]),
                    Integer.parseInt(prices[1]));
        }
    }

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
                Arrays.stream(row.get(8).split(";")).map(Dish::of).toList());
    }

    boolean openAt(LocalTime time) {
        return opens.equals(closes) || (!time.isBefore(opens) && time.isBefore(closes));
    }

    String hours() {
        return opens.equals(closes) ? "00:00–24:00" : opens + "–" + closes;
    }
}
