package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that shops sell: what it is called and how much of it is in a pack. Two dishes are the
 * same only when they are the same object: shops of a kind share theirs.
 */
final class Dish {

    private final String title;
    private final String english;
    private final String section;
    private final List<Term> terms;
    private final Size size;
    private final int lowestYuan;
    private final int highestYuan;

    /**
     * @param english empty when there is none
     * @param section of the menu
     */
    Dish(String title, String english, String section, List<Term> terms, int low, int high) {
        this.title = title;
        this.english = english;
        this.section = section;
        this.terms = List.copyOf(terms);
        this.size = Size.in(title);
        this.lowestYuan = low;
        this.highestYuan = high;
    }

    /**
     * @param written {@code title/English,other names@lowest-highest yuan}
     */
    static Dish of(String written, String section) {
        String[] halves = written.split("@");
        String[] names = halves[0].split("/");
        String[] prices = halves[1].split("-");
        String first = names[1].split(",")[0];
        return new Dish(
                names[0],
                latin(first) ? first : "",
                section,
                Said.terms(names[0] + "," + names[0].split(" ")[0] + "," + names[1]),
                Integer.parseInt(prices[0]),
                Integer.parseInt(prices[1]));
    }

    static boolean latin(String name) {
        return name.toLowerCase(Locale.ROOT).matches("[a-z0-9 '’,.&-]+");
    }

    String title() {
        return title;
    }

    Optional<String> english() {
        return Optional.of(english).filter(name -> !name.isEmpty());
    }

    String section() {
        return section;
    }

    List<Term> terms() {
        return terms;
    }

    Size size() {
        return size;
    }

    int lowestYuan() {
        return lowestYuan;
    }

    int highestYuan() {
        return highestYuan;
    }
}
