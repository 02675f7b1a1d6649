package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All parts of all towns that shops deliver to, found in whatever text names them. */
final class Atlas {

    private static final int OFFERED = 12;

    private final List<City> cities = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Atlas() {
        for (List<String> row : Table.read("/flash/cities.csv")) {
            List<String> others =
                    Arrays.stream(row.get(2).split(";")).filter(name -> !name.isBlank()).toList();
            City city = City.of(row.get(0), row.get(1), others);
            cities.add(city);
            parts.add(new Part(parts.size(), city, city.zh(), List.of()));
            Arrays.stream(row.get(3).split(";")).forEach(part -> add(city, part));
        }
    }

    List<City> cities() {
        return List.copyOf(cities);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /**
     * The part that a text names best, of the city that it names first; the centre of that city
     * when it names no part.
     */
    Optional<Part> find(String place) {
        Optional<City> city = cityOf(place);
        Said said = Said.of(place);
        Optional<Part> part =
                parts.stream()
                        .filter(one -> city.isEmpty() || one.city().equals(city.get()))
                        .filter(one -> said.fit(one.names()) > 0)
                        .max(
                                Comparator.comparing(Part::isLandmark)
                                        .thenComparing(one -> said.fit(one.names()))
                                        .thenComparing(Part::number, Comparator.reverseOrder()));
        return part.or(() -> city.map(this::centre));
    }

    Optional<City> cityOf(String place) {
        return cities.stream()
                .filter(city -> city.namedAt(place).isPresent())
                .min(Comparator.comparingInt(city -> city.namedAt(place).orElseThrow()));
    }

    /** What to offer to someone who named another place. */
    String offered(boolean chinese) {
        return cities.stream()
                .limit(OFFERED)
                .map(chinese ? City::zh : City::en)
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private Part centre(City city) {
        return parts.stream()
                .filter(part -> part.city().equals(city) && part.isCentre())
                .findFirst()
                .orElseThrow();
    }

    private void add(City city, String written) {
        String[] names = written.split("=");
        String all = names.length > 1 ? names[0] + "," + names[1] : names[0];
        parts.add(new Part(parts.size(), city, names[0], Said.terms(all)));
    }
}
