package errand.amap.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Location;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.OwnPlaces;
import errand.amap.maps.Precision;
import errand.amap.maps.SavedPlace;
import errand.amap.sandbox.Lookup.Found;
import errand.amap.sandbox.Lookup.Missing;
import errand.amap.sandbox.Lookup.Nowhere;
import errand.amap.sandbox.Lookup.Unsaved;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds places as a person says them: one of his own, a point by its degrees, or a name of the map;
 * and both ends of a way. What cannot be found is refused in words.
 */
final class Whereabouts {

    /** Two addresses in the middle of one district are not on top of each other. */
    private static final double WITHIN_A_DISTRICT = 1.5;

    /** A point farther from every city than this is not on this map. */
    private static final double OFF_THE_MAP = 150;

    private static final Pattern DEGREES =
            Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*[,，]\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*");

    private final Cities cities;
    private final Places places;
    private final List<KeptPlace> kept;

    Whereabouts(Cities cities, Places places, List<KeptPlace> kept) {
        this.cities = cities;
        this.places = places;
        this.kept = List.copyOf(kept);
    }

    /** Both ends of a way and how far they are apart as the crow flies, in kilometres. */
    record Way(Spot from, Spot to, double crow) {}

    OwnPlaces ownPlaces(Task task, @Nullable List<SavedPlace> carried) {
        return OwnPlaces.of(
                kept.stream()
                        .filter(place -> place.person().equals(task.user()))
                        .map(place -> new SavedPlace(place.name(), place.address()))
                        .toList(),
                carried);
    }

    Lookup find(String text, @Nullable City hint, OwnPlaces own) {
        String address = own.address(text).orElse(null);
        if (address != null) {
            return places.find(address, null);
        }
        Matcher degrees = DEGREES.matcher(text);
        if (degrees.matches()) {
            return at(text, degrees);
        }
        return OwnPlaces.isOwn(text) ? new Unsaved(text) : places.find(text, hint);
    }

    private Lookup at(String text, Matcher degrees) {
        Location at =
                new Location(
                        Double.parseDouble(degrees.group(1)), Double.parseDouble(degrees.group(2)));
        return nearestCity(at)
                .<Lookup>map(
                        city ->
                                new Found(
                                        Spot.of(
                                                city,
                                                List.of(text.strip()),
                                                Precision.PLACE,
                                                at,
                                                city.zh() + "市",
                                                0)))
                .orElseGet(() -> new Missing(text, null, List.of()));
    }

    /** The city whose middle is nearest; empty far from all of them. */
    Optional<City> nearestCity(Location at) {
        return cities.all().stream()
                .filter(city -> city.middle().kilometresTo(at) < OFF_THE_MAP)
                .min(Comparator.comparingDouble(city -> city.middle().kilometresTo(at)));
    }

    /** The place, or the refusal {@code UNKNOWN_CITY} or {@code ADDRESS_NOT_FOUND}. */
    Outcome<Spot> spot(String text, @Nullable String cityName, OwnPlaces own, Task task) {
        City city = city(cityName);
        if (cityName != null && city == null) {
            return Wording.unknownCity(task, cityName, cities);
        }
        return spot(find(text, city, own), task);
    }

    Outcome<Spot> spot(Lookup lookup, Task task) {
        return switch (lookup) {
            case Nowhere nowhere -> Wording.notFound(task, nowhere, cities);
            case Found(Spot spot) -> Outcome.done(spot);
        };
    }

    /** Both ends, or the refusal; {@code SAME_PLACE} besides. */
    Outcome<Way> way(String from, String to, @Nullable String cityName, OwnPlaces own, Task task) {
        City city = city(cityName);
        if (cityName != null && city == null) {
            return Wording.unknownCity(task, cityName, cities);
        }
        return spot(from(from, to, city, own), task)
                .then(
                        start ->
                                spot(to(to, city, start, own), task)
                                        .then(end -> way(start, end, task)));
    }

    private static Outcome<Way> way(Spot from, Spot to, Task task) {
        if (from.equals(to) && from.precision() == Precision.PLACE) {
            return MapRefusals.samePlace(task, from.name());
        }
        return Outcome.done(new Way(from, to, crow(from, to)));
    }

    /** As the crow flies, but never nothing where only a district is known. */
    static double crow(Spot from, Spot to) {
        boolean exact = from.precision() == Precision.PLACE && to.precision() == Precision.PLACE;
        return Math.max(from.at().kilometresTo(to.at()), exact ? 0 : WITHIN_A_DISTRICT);
    }

    /** In the city of the end, where it cannot be told otherwise. */
    private Lookup from(String from, String to, @Nullable City city, OwnPlaces own) {
        Lookup start = find(from, city, own);
        return start instanceof Missing
                        && city == null
                        && find(to, null, own) instanceof Found(Spot end)
                ? find(from, end.city(), own)
                : start;
    }

    /** In the city of the start, if it is there. */
    private Lookup to(String to, @Nullable City city, Spot start, OwnPlaces own) {
        Lookup near = find(to, city == null ? start.city() : city, own);
        Lookup anywhere = near instanceof Missing && city == null ? find(to, null, own) : near;
        return anywhere instanceof Found ? anywhere : near;
    }

    private @Nullable City city(@Nullable String name) {
        return name == null ? null : cities.find(name).orElse(null);
    }
}
