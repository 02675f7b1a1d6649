package errand.amap.sandbox;

import errand.amap.maps.Location;
import java.util.List;

/** A station or an airport: its names, the usual one first, and where it is. */
record Named(List<String> names, Location at) {

    String name() {
        return names.getFirst();
    }
}
