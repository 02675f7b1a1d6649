package errand.flash;

import java.util.List;

/** A part of town that shops deliver to. */
record Area(String name, List<String> aliases, double latitude, double longitude) {

    Area {
        aliases = List.copyOf(aliases);
    }
}
