package errand.amap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All places that are known, from a table on the classpath. An address in none of them is placed in
 * the middle of the district or city that it names.
 */
final class Places {

    private final List<Place> all;

    private Places(List<Place> all) {
        this.all = all;
    }

    static Places shipped() {
        InputStream in = Places.class.getResourceAsStream("/amap/places.csv");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(in, "/amap/places.csv"),
                                StandardCharsets.UTF_8))) {
            return new Places(
                    lines.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(Places::place)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /amap/places.csv", e);
        }
    }

    List<Place> all() {
        return all;
    }

    /** By its name, else by the place that the text names most exactly. */
    Optional<Place> find(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return all.stream()
                .filter(place -> names(place).anyMatch(plain::equals))
                .findFirst()
                .or(() -> within(plain));
    }

    /** 杭州市上城区天城路1号 is in 上城区 of 杭州; 和平区 of another city is not Tianjin's. */
    private Optional<Place> within(String plain) {
        List<Place> named =
                all.stream()
                        .filter(place -> names(place).anyMatch(name -> mentions(plain, name)))
                        .filter(place -> cityFits(plain, place))
                        .toList();
        return named.stream()
                .filter(place -> named.stream().noneMatch(other -> isPartOf(plain, place, other)))
                .max(
                        Comparator.comparing((Place place) -> place.kind() != Place.Kind.CITY)
                                .thenComparing(place -> place.kind() != Place.Kind.DISTRICT)
                                .thenComparing(place -> longest(plain, place).length()));
    }

    /** 西湖区 names the district: the lake in it is only a part of the word. */
    private static boolean isPartOf(String plain, Place place, Place other) {
        String shorter = longest(plain, place);
        String longer = longest(plain, other);
        return longer.length() > shorter.length()
                && longer.contains(shorter)
                && !plain.replace(longer, " ").contains(shorter);
    }

    private static boolean mentions(String plain, String name) {
        return name.length() > 1 && plain.contains(name);
    }

    private boolean cityFits(String plain, Place place) {
        return plain.contains(plain(place.city()))
                || all.stream()
                        .filter(other -> other.kind() == Place.Kind.CITY)
                        .noneMatch(city -> names(city).anyMatch(plain::contains));
    }

    private static String longest(String plain, Place place) {
        return names(place)
                .filter(plain::contains)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Stream<String> names(Place place) {
        return Stream.concat(Stream.of(place.name()), place.aliases().stream()).map(Places::plain);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s'’,，]", "");
    }

    private static Place place(String line) {
        String[] row = line.split("\\|", -1);
        return new Place(
                row[0],
                Arrays.stream(row[1].split(";")).map(String::strip).toList(),
                row[2],
                Place.Kind.valueOf(row[3]),
                new Location(Double.parseDouble(row[4]), Double.parseDouble(row[5])));
    }
}
