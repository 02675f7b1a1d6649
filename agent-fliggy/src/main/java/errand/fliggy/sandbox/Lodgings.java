package errand.fliggy.sandbox;

import errand.fliggy.travel.RoomType;
import errand.runtime.sandbox.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every hotel of the world, its prices and its rooms on a day: a pure function of the seed. */
final class Lodgings {

    private static final int PER_CITY = 8;
    private static final List<String> STYLES =
            List.of("悦庭", "清和", "云栖", "锦澜", "丽景", "和颐", "望湖", "嘉程");
    private static final List<String> STREETS =
            List.of("文华路", "中山路", "人民路", "建设路", "解放路", "长江路", "和平路", "新华路");
    private static final int[] STARS = {3, 3, 3, 4, 4, 4, 5, 5};

    private final long seed;
    private final Map<String, Hotel> byId = new LinkedHashMap<>();

    Lodgings(long seed, Cities cities) {
        this.seed = seed;
        for (City city : cities.all()) {
            for (int i = 0; i < PER_CITY; i++) {
                Hotel hotel = hotel(city, i);
                byId.put(hotel.id(), hotel);
            }
        }
    }

    List<Hotel> in(City city) {
        return byId.values().stream().filter(hotel -> hotel.city().equals(city)).toList();
    }

    Optional<Hotel> hotel(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** One room for one night, to whole yuan: weekends cost more. */
    long fen(Hotel hotel, RoomType roomType, LocalDate night) {
        Chance chance = Chance.of(seed, "night", hotel.id(), night);
        boolean weekend =
                night.getDayOfWeek() == DayOfWeek.FRIDAY
                        || night.getDayOfWeek() == DayOfWeek.SATURDAY;
        long percent = (weekend ? 115 : 100) + chance.between(-4, 4);
        return hotel.kingFen() * roomType.percent() / 100 * percent / 100 / 100 * 100;
    }

    /** Rooms on sale for a night before anything is held here; one in twenty is sold out. */
    int rooms(Hotel hotel, RoomType roomType, LocalDate night) {
        Chance chance = Chance.of(seed, "rooms", hotel.item(roomType), night);
        if (chance.in100(5)) {
            return 0;
        }
        return switch (roomType) {
            case KING, TWIN -> chance.between(4, 40);
            case FAMILY -> chance.between(0, 8);
            case SUITE -> chance.between(0, 5);
        };
    }

    private Hotel hotel(City city, int i) {
        Chance chance = Chance.of(seed, "hotel", city.code(), i);
        int stars = STARS[i];
        String district = city.districts().get(i % city.districts().size());
        long yuan =
                switch (stars) {
                    case 3 -> chance.between(345, 430);
                    case 4 -> chance.between(430, 640);
                    default -> chance.between(820, 1480);
                };
        List<String> streets = new ArrayList<>(STREETS);
        String street = streets.get(chance.between(0, streets.size() - 1));
        return new Hotel(
                "%s%02d".formatted(city.code(), i + 1),
                city.zh() + STYLES.get(i) + "酒店（" + district + "店）",
                city,
                stars,
                city.zh() + "市" + district + street + chance.between(1, 399) + "号",
                stars > 3 || chance.in100(40),
                yuan * city.hotelPercent() / 100 * 100);
    }
}
