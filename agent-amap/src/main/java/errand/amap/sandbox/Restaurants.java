package errand.amap.sandbox;

import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.runtime.sandbox.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every restaurant of the world, its prices and its tables on a day: a function of the seed. */
final class Restaurants {

    private static final List<String> STYLES =
            List.of(
                    "聚贤楼", "满庭芳", "春风里", "德和楼", "和悦府", "福满园", "老城食府", "云水间", "醉月轩", "青禾小院", "锦绣宴",
                    "山海宴");
    private static final long DEAREST_FEN = 15_000;
    private static final int LARGEST_HOUSE = 10;

    private final long seed;
    private final Map<String, Restaurant> byItem = new LinkedHashMap<>();
    private final Map<City, List<Restaurant>> byCity = new HashMap<>();

    /** None yet. */
    Restaurants(long seed) {
        this.seed = seed;
    }

    /**
     * @param size how many times as many as usual
     */
    Restaurants(long seed, Cities cities, int size) {
        this(seed);
        for (City city : cities.all()) {
            for (int i = 0; i < STYLES.size() * size; i++) {
                add(restaurant(city, i));
            }
        }
    }

    void add(Restaurant restaurant) {
        byItem.put(restaurant.item(), restaurant);
        byCity.computeIfAbsent(restaurant.sight().city(), city -> new ArrayList<>())
                .add(restaurant);
    }

    List<Restaurant> in(City city) {
        return List.copyOf(byCity.getOrDefault(city, List.of()));
    }

    List<Sight> sights() {
        return byItem.values().stream().map(Restaurant::sight).toList();
    }

    Optional<Restaurant> find(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    /** One person's set meal, to whole yuan, 80 to 150: evenings before a free day cost more. */
    long fen(Restaurant restaurant, LocalDate day) {
        boolean dear =
                day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY;
        long fen = restaurant.fen() * (dear ? 106 : 100) / 100 / 100 * 100;
        return Math.min(Math.max(DEAREST_FEN, restaurant.fen()), fen);
    }

    /** Tables of twelve before anything is held here; one house in twelve is full. */
    int tables(Restaurant restaurant, LocalDate day) {
        Chance chance = Chance.of(seed, "tables", restaurant.item(), day);
        return chance.in100(8) ? 0 : chance.between(2, LARGEST_HOUSE);
    }

    private Restaurant restaurant(City city, int i) {
        Chance chance = Chance.of(seed, "restaurant", city.code(), i);
        int round = i / STYLES.size();
        District district = city.districts().get((i + round) % city.districts().size());
        String branch =
                district.stem()
                        + (round < city.districts().size() ? "店" : "%d号店".formatted(round + 1));
        String number = "%s%02d".formatted(city.code(), i + 1);
        String address = Guidebook.street(city, district, chance);
        Location at = Guidebook.near(district, chance);
        int tenths = chance.between(40, 49);
        int visits = chance.between(20, 300) * 1_000;
        long yuan = 80 + 6L * ((i * 5 + chance.between(0, 11)) % 12) + chance.between(0, 3);
        Sight sight =
                new Sight(
                        "R-" + number,
                        List.of(city.zh() + STYLES.get(i % STYLES.size()) + "（" + branch + "）"),
                        city,
                        address,
                        Category.RESTAURANT,
                        true,
                        at,
                        tenths,
                        visits,
                        "10:30–21:30",
                        yuan * 100,
                        false);
        return new Restaurant("M-" + number, sight, cuisine(city, i));
    }

    /** What people eat there, after what is usual in the region. */
    static String cuisine(City city, int i) {
        List<String> cuisines =
                switch (city.rain()) {
                    case E -> List.of("江浙菜", "本帮菜", "湘菜");
                    case S -> List.of("粤菜", "闽菜", "海鲜");
                    case W -> List.of("川菜", "火锅", "黔菜");
                    case N -> List.of("北方菜", "鲁菜", "东北菜");
                    case D -> List.of("西北菜", "清真菜", "烧烤");
                    case P -> List.of("滇菜", "藏餐", "川菜");
                };
        return cuisines.get(i % cuisines.size());
    }
}
