package errand.amap.sandbox;

import errand.amap.maps.Location;
import errand.amap.maps.Precision;
import errand.runtime.sandbox.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every spot of the map by its names. Generated from cities, sights and restaurants. */
final class Atlas {

    private static final int STATION = 100;
    private static final int AIRPORT = 95;
    private static final int KNOWN = 90;
    private static final int CAMPUS = 80;
    private static final int DISTRICT = 50;
    private static final int GENERATED = 10;

    private final long seed;
    private final Map<String, List<Spot>> byName = new HashMap<>();
    private final Map<City, List<Spot>> byCity = new HashMap<>();

    Atlas(long seed, Cities cities, List<Sight> sights) {
        this.seed = seed;
        for (City city : cities.all()) {
            addCity(city);
            city.districts().forEach(district -> addDistrict(city, district));
            city.stations().forEach(station -> addTransport(city, station, STATION));
            city.airports().forEach(airport -> addTransport(city, airport, AIRPORT));
            addCampuses(city);
        }
        sights.forEach(this::addSight);
    }

    List<Spot> named(String plain) {
        return byName.getOrDefault(plain, List.of());
    }

    List<Spot> in(City city) {
        return byCity.getOrDefault(city, List.of());
    }

    List<Spot> all() {
        return byCity.values().stream().flatMap(List::stream).toList();
    }

    private void addCity(City city) {
        List<String> names = new ArrayList<>();
        names.addAll(List.of(city.zh(), city.zh() + "市", city.en()));
        names.addAll(List.of(city.zh() + "市中心", city.zh() + "市区", "市中心", "downtown"));
        names.addAll(List.of("downtown " + city.en(), city.en() + " downtown"));
        names.addAll(List.of(city.en() + " city centre", city.en() + " city center"));
        names.addAll(city.aliases());
        add(Spot.of(city, names, Precision.CITY, city.middle(), city.zh() + "市", 0));
    }

    private void addDistrict(City city, District district) {
        List<String> names =
                List.of(
                        district.zh(),
                        city.zh() + district.zh(),
                        district.en() + " District",
                        district.en());
        String address = city.zh() + "市" + district.zh();
        add(Spot.of(city, names, Precision.DISTRICT, district.middle(), address, DISTRICT));
    }

    private void addTransport(City city, Named named, int fame) {
        String address = city.zh() + "市" + named.name();
        add(Spot.of(city, named.names(), Precision.PLACE, named.at(), address, fame));
    }

    /** Universities and parks where people work, which every large city has. */
    private void addCampuses(City city) {
        for (String university : city.universities()) {
            String[] names = university.split("=");
            addCampus(city, List.of(names[0], names[1]));
        }
        for (String kind : List.of("软件园=Software Park", "科技园=Science Park")) {
            String[] names = kind.split("=");
            addCampus(
                    city,
                    List.of(city.zh() + names[0], names[0], city.en() + " " + names[1], names[1]));
        }
    }

    private void addCampus(City city, List<String> names) {
        Chance chance = Chance.of(seed, "campus", city.code(), names.getFirst());
        District district = city.districts().get(chance.between(0, city.districts().size() - 1));
        Location at = Guidebook.near(district, chance);
        String address = Guidebook.street(city, district, chance);
        add(Spot.of(city, names, Precision.PLACE, at, address, CAMPUS));
    }

    private void addSight(Sight sight) {
        int fame = sight.known() ? KNOWN : GENERATED;
        add(
                Spot.of(
                        sight.city(),
                        sight.names(),
                        Precision.PLACE,
                        sight.at(),
                        sight.address(),
                        fame));
    }

    /** A name that the city has given to something better known stays with that. */
    private void add(Spot spot) {
        byCity.computeIfAbsent(spot.city(), city -> new ArrayList<>()).add(spot);
        spot.names()
                .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(spot));
    }
}
