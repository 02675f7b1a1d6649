package errand.amap.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of looking for a place. */
sealed interface Lookup {

    /** It is known. */
    record Found(Spot spot) implements Lookup {}

    /** It is not known. */
    sealed interface Nowhere extends Lookup {}

    /**
     * It is not known, or there are several.
     *
     * @param city where it was looked for; null when that could not be told
     * @param near what is known and sounds like it, or what could be meant
     */
    record Missing(String text, @Nullable City city, List<Spot> near) implements Nowhere {}

    /** A place of the person's own, of which it is not known where it is. */
    record Unsaved(String text) implements Nowhere {}
}
