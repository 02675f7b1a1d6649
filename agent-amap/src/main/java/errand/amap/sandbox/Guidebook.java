package errand.amap.sandbox;

import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every place of the world where people go, known ones and generated ones; by seed. */
final class Guidebook {

    /** What is generated in a city of a world of usual size. */
    private static final int MORE = 24;

    /** Two of each in every city, in two of its districts. */
    private record Pattern(String zh, String en, Category category, boolean indoor, String hours) {}

    private static final List<Pattern> PATTERNS =
            List.of(
                    new Pattern("中央公园", "Central Park", Category.PARK, false, "06:00–22:00"),
                    new Pattern("湿地公园", "Wetland Park", Category.NATURE, false, "07:30–18:00"),
                    new Pattern("博物馆", "Museum", Category.MUSEUM, true, "09:00–17:00"),
                    new Pattern("科技馆", "Science Museum", Category.SCIENCE, true, "09:30–17:00"),
                    new Pattern("图书馆", "Library", Category.LIBRARY, true, "09:00–21:00"),
                    new Pattern("美术馆", "Art Gallery", Category.GALLERY, true, "10:00–18:00"),
                    new Pattern("购物中心", "Shopping Mall", Category.MALL, true, "10:00–22:00"),
                    new Pattern("儿童乐园", "Kids' Club", Category.PLAYGROUND, true, "10:00–20:30"),
                    new Pattern("海洋馆", "Aquarium", Category.AQUARIUM, true, "09:00–18:00"),
                    new Pattern("亲子农场", "Family Farm", Category.THEME_PARK, false, "09:00–17:30"),
                    new Pattern("老街", "Old Street", Category.OLD_TOWN, false, "00:00–24:00"),
                    new Pattern("体育中心", "Sports Centre", Category.SPORTS, true, "08:00–22:00"));
    private static final List<String> STREETS =
            List.of("文华路", "中山路", "人民路", "建设路", "解放路", "长江路", "和平路", "新华路");

    private final long seed;
    private final List<Sight> all = new ArrayList<>();

    /**
     * @param size how many times as many generated places as usual
     */
    Guidebook(long seed, Cities cities, int size) {
        this.seed = seed;
        List<List<String>> known = Table.read("/amap/places.csv");
        for (City city : cities.all()) {
            List<List<String>> here =
                    known.stream().filter(row -> row.get(2).equals(city.zh())).toList();
            for (int i = 0; i < here.size(); i++) {
                all.add(known(city, i, here.get(i)));
            }
            for (int i = 0; i < PATTERNS.size(); i++) {
                generate(city, i);
            }
            for (int i = 0; i < MORE * (size - 1); i++) {
                all.add(more(city, i));
            }
        }
    }

    List<Sight> all() {
        return List.copyOf(all);
    }

    private Sight known(City city, int i, List<String> row) {
        List<String> names =
                Stream.concat(Stream.of(row.get(0)), Arrays.stream(row.get(1).split(";"))).toList();
        Category category = Category.valueOf(row.get(3));
        Chance chance = Chance.of(seed, "known", city.code(), row.getFirst());
        Location at = new Location(Double.parseDouble(row.get(6)), Double.parseDouble(row.get(5)));
        return new Sight(
                "S-%s%02d".formatted(city.code(), i + 1),
                names,
                city,
                city.zh() + "市" + row.getFirst(),
                category,
                row.get(4).equals("i"),
                at,
                chance.between(44, 49),
                category.sight() ? chance.between(900, 9_000) * 1_000 : 200_000,
                row.get(4).equals("i") ? "09:00–17:00" : "06:30–21:00",
                Spending.fen(seed, category, row.getFirst()),
                true);
    }

    private void generate(City city, int number) {
        Pattern pattern = PATTERNS.get(number);
        Chance chance = Chance.of(seed, "sights", city.code(), pattern.zh());
        int first = chance.between(0, city.districts().size() - 1);
        for (int i = 0; i < 2; i++) {
            int at = (first + i * (1 + city.districts().size() / 3)) % city.districts().size();
            District district = city.districts().get(at);
            all.add(
                    new Sight(
                            "P-%s%02d".formatted(city.code(), number * 2 + i + 1),
                            List.of(
                                    district.stem() + pattern.zh(),
                                    district.en() + " " + pattern.en()),
                            city,
                            street(city, district, chance),
                            pattern.category(),
                            pattern.indoor(),
                            near(district, chance),
                            chance.between(40, 48),
                            chance.between(20, 800) * 1_000,
                            pattern.hours(),
                            Spending.fen(seed, pattern.category(), city.code() + number + i),
                            false));
        }
    }

    /** One of a larger world, named after its street. */
    private Sight more(City city, int number) {
        Pattern pattern = PATTERNS.get(number % PATTERNS.size());
        Chance chance = Chance.of(seed, "more", city.code(), number);
        List<District> districts = city.districts();
        District district = districts.get(chance.between(0, districts.size() - 1));
        String address = street(city, district, chance);
        int house = MORE + 1 + number;
        return new Sight(
                "P-%s%02d".formatted(city.code(), house),
                List.of(
                        "%s%s%d号%s"
                                .formatted(
                                        district.stem(),
                                        STREETS.get(number % STREETS.size()),
                                        house,
                                        pattern.zh()),
                        "%s %s No. %d".formatted(district.en(), pattern.en(), house)),
                city,
                address,
                pattern.category(),
                pattern.indoor(),
                near(district, chance),
                chance.between(40, 48),
                chance.between(20, 800) * 1_000,
                pattern.hours(),
                Spending.fen(seed, pattern.category(), city.code() + house),
                false);
    }

    /** An address as they are written: city, district, street, number. */
    static String street(City city, District district, Chance chance) {
        String street = STREETS.get(chance.between(0, STREETS.size() - 1));
        return city.zh() + "市" + district.zh() + street + chance.between(1, 399) + "号";
    }

    static Location near(District district, Chance chance) {
        return district.middle().away(chance.between(0, 359), chance.between(3, 22) / 10.0);
    }
}
