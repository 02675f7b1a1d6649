package errand.fliggy.sandbox;

import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.TextIndex.Hit;
import errand.runtime.sandbox.search.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every attraction of the world and its tickets on a day: a pure function of the plan. */
final class Sights {

    private static final double CLOSE = 0.3;

    private final long seed;
    private final Holidays holidays = Holidays.shipped();
    private final Map<String, Sight> byId = new LinkedHashMap<>();
    private final Map<City, List<Sight>> byCity = new LinkedHashMap<>();
    private final Map<City, TextIndex<Sight>> indexes = new ConcurrentHashMap<>();

    Sights(WorldPlan plan, Cities cities) {
        this.seed = plan.seed();
        PackTable<Sight> table = FliggyPack.sights(cities);
        SightMaker maker = new SightMaker(seed);
        if (!plan.pack().replaces(table)) {
            for (City city : cities.all()) {
                maker.of(city, plan.size()).forEach(sight -> byId.put(sight.id(), sight));
            }
        }
        plan.pack().rows(table).forEach(read -> byId.put(read.row().id(), read.row()));
        byId.values()
                .forEach(
                        sight ->
                                byCity.computeIfAbsent(sight.city(), city -> new ArrayList<>())
                                        .add(sight));
    }

    List<Sight> in(City city) {
        return byCity.getOrDefault(city, List.of());
    }

    /** What fits the words, the best first; nothing when nothing does. */
    List<Sight> fitting(City city, String text) {
        TextIndex<Sight> index = indexes.computeIfAbsent(city, this::index);
        return index.close(text, CLOSE, Math.max(1, index.size())).stream()
                .map(Hit::thing)
                .toList();
    }

    Optional<Sight> sight(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Tickets on sale before any is taken; fewer on public holidays, some slots are sold out. */
    int tickets(Sight sight, VisitSlot slot, LocalDate day) {
        Chance chance = Chance.of(seed, "tickets", sight.item(slot), day);
        boolean busy = holidays.off(day);
        if (!sight.slots().contains(slot) || chance.in100(busy ? 25 : 4)) {
            return 0;
        }
        int percent = busy ? chance.between(2, 30) : chance.between(20, 100);
        return Math.max(1, sight.daily() * percent / 100);
    }

    private TextIndex<Sight> index(City city) {
        TextIndex.Builder<Sight> builder = TextIndex.builder();
        for (Sight sight : in(city)) {
            builder.add(
                    sight,
                    Words.named(sight.name())
                            .also(sight.english())
                            .about(sight.kind(), sight.address()));
        }
        return builder.build();
    }
}
