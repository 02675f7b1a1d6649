package errand.flash.sandbox;

import errand.runtime.sandbox.Said.Term;
import java.util.List;

/**
 * A part of a town that shops deliver to.
 *
 * @param number one for the whole world
 * @param name of the part; the city's own for its centre
 */
record Part(int number, City city, String name, List<Term> names) {

    Part {
        names = List.copyOf(names);
    }

    /** A campus, a station, a street: says more than the district around it. */
    boolean isLandmark() {
        return !name.matches(".*(?<!园)区|.*[县市]");
    }

    boolean isCentre() {
        return name.equals(city.zh());
    }
}
