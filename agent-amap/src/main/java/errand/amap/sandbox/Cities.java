package errand.amap.sandbox;

import errand.amap.maps.Location;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cities of the map, by any name a person may use: Chinese, English, Pinyin. */
final class Cities {

    /** 南京路 is not in Nanjing, 中山公园 not in Zhongshan. */
    private static final Pattern NOT_A_CITY =
            Pattern.compile("^[东南西北中]?[一二三]?(路|街|大道|大街|公园|陵|桥|大学).*");

    private final List<City> all = new ArrayList<>();
    private final Map<String, City> byName = new LinkedHashMap<>();
    private final Map<String, City> spoken = new LinkedHashMap<>();

    private Cities() {}

    static Cities shipped() {
        Cities cities = new Cities();
        Points points = Points.shipped();
        for (List<String> row : Table.read("/amap/cities.csv")) {
            cities.add(city(row, points));
        }
        return cities;
    }

    List<City> all() {
        return List.copyOf(all);
    }

    /** 杭州, 杭州市, Hangzhou, hz, Xi'an; else the city that the text mentions. */
    Optional<City> find(String name) {
        return exactly(Plain.of(name)).or(() -> mentioned(name));
    }

    /** By its three letters. */
    Optional<City> coded(String code) {
        return all.stream().filter(city -> city.code().equals(code)).findFirst();
    }

    Optional<City> exactly(String plain) {
        return Optional.ofNullable(byName.get(plain.replaceAll("(市| city)$", "")));
    }

    /** The first city that a text names, be it an address or a sentence. */
    Optional<City> mentioned(String text) {
        String plain = Plain.of(text);
        City first = null;
        int at = Integer.MAX_VALUE;
        for (Map.Entry<String, City> name : spoken.entrySet()) {
            int here = Plain.indexOf(plain, name.getKey());
            if (here >= 0 && here < at && isCity(plain, here + name.getKey().length())) {
                first = name.getValue();
                at = here;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The plain text without the names of this city. */
    static String without(String plain, City city) {
        String rest = plain;
        for (String name : List.of(city.zh() + "市", city.zh(), city.en())) {
            String without = Plain.without(rest, Plain.of(name));
            if (!without.isEmpty()) {
                rest = without;
            }
        }
        return rest.replaceAll("^(in|at) | (in|at)$", "");
    }

    /** The best known ones, for someone who named another. */
    List<City> offered() {
        return all.subList(0, 12);
    }

    private static boolean isCity(String plain, int end) {
        return !NOT_A_CITY.matcher(plain.substring(end)).matches();
    }

    private void add(City city) {
        all.add(city);
        Stream.of(city.zh(), city.en())
                .map(Plain::of)
                .forEach(
                        name -> {
                            byName.put(name, city);
                            spoken.put(name, city);
                        });
        city.aliases().stream().map(Plain::of).forEach(name -> byName.putIfAbsent(name, city));
        city.aliases().stream()
                .map(Plain::of)
                .filter(name -> name.length() > 3)
                .forEach(name -> spoken.putIfAbsent(name, city));
    }

    private static City city(List<String> row, Points points) {
        String zh = row.get(1);
        String en = row.get(2);
        Location middle =
                new Location(Double.parseDouble(row.get(5)), Double.parseDouble(row.get(4)));
        return new City(
                row.get(0),
                zh,
                en,
                parts(row.get(3)),
                middle,
                Integer.parseInt(row.get(6)),
                Integer.parseInt(row.get(7)),
                City.Rain.valueOf(row.get(8)),
                districts(zh, middle, parts(row.get(9)), points),
                Stations.of(zh, en, middle, points),
                parts(row.get(10)).stream().map(part -> Stations.airport(part, zh, en)).toList(),
                parts(row.get(11)));
    }

    /** Around the middle, the first ones nearest, where their place is not known. */
    private static List<District> districts(
            String city, Location middle, List<String> written, Points points) {
        List<District> districts = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String[] names = written.get(i).split("=");
            Location around = middle.away(35 + 360.0 * i / written.size(), 3 + 2.5 * i);
            districts.add(
                    new District(names[0], names[1], points.of(city, names[0]).orElse(around)));
        }
        return List.copyOf(districts);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";"))
                .filter(part -> !part.isBlank() && !part.equals("-"))
                .toList();
    }
}
