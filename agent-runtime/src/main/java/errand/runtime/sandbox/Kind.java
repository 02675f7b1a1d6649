package errand.runtime.sandbox;

import java.util.Locale;

/**
 * A kind of ware.
 *
 * @param name upper case, such as {@code TRAIN}
 */
record Kind(String name) {

    /** Quotes of changes are of a kind of their own: nobody can hold or book with one. */
    String changeName() {
        return name + "_CHANGE";
    }

    /** The capability that finds such wares, such as {@code train.search}. */
    String search() {
        return name.toLowerCase(Locale.ROOT) + ".search";
    }
}
