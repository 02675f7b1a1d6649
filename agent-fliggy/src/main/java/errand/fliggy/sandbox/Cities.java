package errand.fliggy.sandbox;

import errand.runtime.sandbox.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cities of the world, by any name a person may use: Chinese, English, a station's. */
final class Cities {

    private final List<City> all;
    private final Map<String, City> byName = new LinkedHashMap<>();

    private Cities(List<City> all) {
        this.all = all;
        for (City city : all) {
            Stream.concat(
                            Stream.of(city.zh(), city.en(), city.station(), city.west()),
                            city.aliases().stream())
                    .forEach(name -> byName.put(plain(name), city));
        }
    }

    static Cities shipped() {
        return new Cities(Table.read("/fliggy/cities.csv").stream().map(Cities::city).toList());
    }

    List<City> all() {
        return all;
    }

    /**
     * @param code as in the tables that are shipped
     */
    City coded(String code) {
        return ofCode(code).orElseThrow();
    }

    Optional<City> ofCode(String code) {
        return all.stream().filter(city -> city.code().equalsIgnoreCase(code)).findFirst();
    }

    /** 北京, 北京市, 北京南站, Beijing, beijing, Xi'an, xian. */
    Optional<City> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** What to offer to someone who named another one. */
    String offered(boolean chinese) {
        return all.stream()
                .map(chinese ? City::zh : City::en)
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static String plain(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’-]", "")
                .replaceAll("(市|站|city|railwaystation|station)$", "");
    }

    private static City city(List<String> row) {
        String west = row.get(7).equals("-") ? row.get(6) : row.get(7);
        return new City(
                row.get(0),
                row.get(1),
                row.get(2),
                list(row.get(3)),
                Double.parseDouble(row.get(4)),
                Double.parseDouble(row.get(5)),
                row.get(6),
                west,
                Integer.parseInt(row.get(8)),
                list(row.get(9)));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(";")).filter(part -> !part.isBlank()).toList();
    }
}
