package errand.fliggy.sandbox;

import errand.fliggy.travel.RoomType;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.TextIndex.Hit;
import errand.runtime.sandbox.search.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every hotel of the world, its prices and its rooms on a day: a pure function of the plan. */
final class Lodgings {

    private static final double CLOSE = 0.35;

    private final long seed;
    private final Holidays holidays = Holidays.shipped();
    private final Map<String, Hotel> byId = new LinkedHashMap<>();
    private final Map<City, List<Hotel>> byCity = new LinkedHashMap<>();
    private final Map<City, TextIndex<Hotel>> indexes = new ConcurrentHashMap<>();

    Lodgings(long seed, Cities cities) {
        this(WorldPlan.of(seed), cities);
    }

    /** Hotels of a pack come first; one with the id of a generated one stands in its place. */
    Lodgings(WorldPlan plan, Cities cities) {
        this.seed = plan.seed();
        PackTable<Hotel> table = FliggyPack.hotels(cities);
        HotelMaker maker = new HotelMaker(seed);
        if (!plan.pack().replaces(table)) {
            for (City city : cities.all()) {
                boolean crowded = cities.all().indexOf(city) < Timetable.FIRST_CITIES;
                maker.of(city, plan.size(), crowded).forEach(hotel -> byId.put(hotel.id(), hotel));
            }
        }
        plan.pack().rows(table).forEach(read -> byId.put(read.row().id(), read.row()));
        byId.values()
                .forEach(
                        hotel ->
                                byCity.computeIfAbsent(hotel.city(), city -> new ArrayList<>())
                                        .add(hotel));
    }

    List<Hotel> in(City city) {
        return byCity.getOrDefault(city, List.of());
    }

    /** What fits the words, the best first; every hotel when none does. */
    List<Hotel> fitting(City city, String text) {
        TextIndex<Hotel> index = indexes.computeIfAbsent(city, this::index);
        List<Hotel> found =
                index.close(text, CLOSE, Math.max(1, index.size())).stream()
                        .map(Hit::thing)
                        .toList();
        return found.isEmpty() ? in(city) : found;
    }

    Optional<Hotel> hotel(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** One room for one night, to whole yuan: weekends cost more, public holidays much more. */
    long fen(Hotel hotel, RoomType roomType, LocalDate night) {
        Chance chance = Chance.of(seed, "night", hotel.id(), night);
        boolean weekend =
                night.getDayOfWeek() == DayOfWeek.FRIDAY
                        || night.getDayOfWeek() == DayOfWeek.SATURDAY;
        long usual = holidays.off(night) ? 140 : weekend ? 115 : 100;
        long percent = usual + chance.between(-4, 4);
        return hotel.kingFen() * roomType.percent() / 100 * percent / 100 / 100 * 100;
    }

    /** Rooms on sale for a night before anything is held here; one in twenty is sold out. */
    int rooms(Hotel hotel, RoomType roomType, LocalDate night) {
        Chance chance = Chance.of(seed, "rooms", hotel.item(roomType), night);
        if (chance.in100(holidays.off(night) ? 25 : 5)) {
            return 0;
        }
        return switch (roomType) {
            case KING, TWIN -> chance.between(4, 40);
            case FAMILY -> chance.between(0, 8);
            case SUITE -> chance.between(0, 5);
        };
    }

    private TextIndex<Hotel> index(City city) {
        TextIndex.Builder<Hotel> builder = TextIndex.builder();
        for (Hotel hotel : in(city)) {
            builder.add(
                    hotel,
                    Words.named(hotel.name())
                            .also(hotel.english())
                            .about(hotel.tags().toArray(String[]::new))
                            .about(hotel.address()));
        }
        return builder.build();
    }
}
