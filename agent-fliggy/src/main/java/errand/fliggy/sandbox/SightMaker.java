package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes the attractions of a city: some that are really there, and more that are not. */
final class SightMaker {

    private static final int PER_CITY = 10;
    private static final List<String> KINDS =
            List.of(
                    "植物园;Botanical Garden;公园 park garden flowers",
                    "科技馆;Science Centre;博物馆 museum children indoor",
                    "海洋馆;Aquarium;海洋馆 aquarium fish children indoor",
                    "野生动物园;Safari Park;动物园 zoo animals children",
                    "古镇;Old Town;古镇 ancient town street",
                    "影视城;Film Town;主题公园 theme park",
                    "民俗博物馆;Folk Museum;博物馆 museum indoor history",
                    "水上乐园;Water Park;主题公园 theme park water children",
                    "森林公园;Forest Park;公园 park forest hiking",
                    "夜游船;Night Cruise;游船 boat cruise night",
                    "美术馆;Art Museum;博物馆 art museum indoor",
                    "观景塔;Viewing Tower;观景 tower view");
    private static final double SPREAD_DEGREES = 0.001;

    private final long seed;
    private final List<List<String>> real = Table.read("/fliggy/sights.csv");

    SightMaker(long seed) {
        this.seed = seed;
    }

    List<Sight> of(City city, int size) {
        List<Sight> sights = new ArrayList<>();
        for (List<String> row : real) {
            if (row.getFirst().equals(city.code())) {
                sights.add(real(city, row, sights.size()));
            }
        }
        while (sights.size() < PER_CITY * size) {
            sights.add(made(city, sights.size()));
        }
        return sights;
    }

    private Sight real(City city, List<String> row, int i) {
        Chance chance = Chance.of(seed, "sight", city.code(), i);
        return new Sight(
                id(city, i),
                row.get(1),
                row.get(2),
                row.get(3),
                city,
                city.zh() + "市" + row.get(1),
                new Position(Double.parseDouble(row.get(5)), Double.parseDouble(row.get(6))),
                slots(row.get(3), chance),
                chance.between(300, 2_000),
                Long.parseLong(row.get(4)) * 100);
    }

    private Sight made(City city, int i) {
        Chance chance = Chance.of(seed, "sight", city.code(), i);
        String[] kind = KINDS.get(i % KINDS.size()).split(";");
        String district = city.districts().get(chance.between(0, city.districts().size() - 1));
        String number = i < KINDS.size() ? "" : String.valueOf(i / KINDS.size() + 1);
        return new Sight(
                id(city, i),
                city.zh() + district + kind[0] + number,
                "%s %s %s".formatted(city.en(), kind[1], number).strip(),
                kind[2],
                city,
                city.zh() + "市" + district + chance.between(1, 399) + "号",
                new Position(
                        city.latitude() + chance.between(-70, 70) * SPREAD_DEGREES,
                        city.longitude() + chance.between(-80, 80) * SPREAD_DEGREES),
                slots(kind[2], chance),
                chance.between(80, 800),
                chance.between(3, 36) * 500L);
    }

    private static String id(City city, int i) {
        return "%s%02d".formatted(city.code(), i + 1);
    }

    private static List<VisitSlot> slots(String kind, Chance chance) {
        if (kind.contains("night")) {
            return List.of(VisitSlot.EVENING);
        }
        boolean evening = kind.contains("tower") || chance.in100(15);
        return evening
                ? List.of(VisitSlot.MORNING, VisitSlot.AFTERNOON, VisitSlot.EVENING)
                : List.of(VisitSlot.MORNING, VisitSlot.AFTERNOON);
    }
}
