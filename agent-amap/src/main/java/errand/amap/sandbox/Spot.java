package errand.amap.sandbox;

import errand.amap.maps.Address;
import errand.amap.maps.Location;
import errand.amap.maps.Precision;
import java.util.List;

/**
 * Something that has a name and a place on the map.
 *
 * @param names as compared, see {@link Plain}
 * @param fame the higher, the sooner it is offered to someone who named nothing known
 */
record Spot(
        String name,
        List<String> names,
        City city,
        Precision precision,
        Location at,
        String address,
        int fame) {

    static Spot of(
            City city,
            List<String> names,
            Precision precision,
            Location at,
            String address,
            int fame) {
        List<String> plain =
                names.stream().map(Plain::of).filter(name -> !name.isEmpty()).distinct().toList();
        return new Spot(names.getFirst(), plain, city, precision, at, address, fame);
    }

    Address shown() {
        return new Address(name, address, city.zh(), at);
    }
}
