package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskRanking;
import errand.amap.maps.Category;
import errand.amap.maps.RankedPlace;
import errand.amap.maps.Ranking;
import errand.amap.maps.StreetStars;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Street Stars of the sandbox world: the order in which places are searched, explained. */
final class SandboxStars implements StreetStars {

    private static final int USUAL = 10;

    private final Cities cities;
    private final List<Sight> sights;

    SandboxStars(Cities cities, List<Sight> sights) {
        this.cities = cities;
        this.sights = sights;
    }

    @Override
    public Outcome<Ranking> streets(AskRanking wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        int limit = wish.limit() == null ? USUAL : wish.limit();
        if (limit < 1) {
            return Refusals.notPositive(task, limit);
        }
        String said = wish.category() == null ? "" : wish.category();
        String wanted = Topics.wanted(Plain.of(said), city);
        Set<Category> kinds = Topics.in(wanted);
        return !wanted.isEmpty() && kinds.isEmpty()
                ? Wording.unknownCategory(task, said)
                : Outcome.done(ranking(city, said, kinds, Math.min(limit, MOST), task));
    }

    private Ranking ranking(City city, String said, Set<Category> kinds, int limit, Task task) {
        List<Sight> ranked =
                sights.stream()
                        .filter(sight -> sight.city().equals(city))
                        .filter(
                                sight ->
                                        kinds.isEmpty()
                                                ? sight.category().sight()
                                                : kinds.contains(sight.category()))
                        .sorted(
                                Comparator.comparingDouble((Sight sight) -> -sight.stars())
                                        .thenComparing(Sight::id))
                        .toList();
        return new Ranking(
                city.in(task),
                in(
                        task,
                        "%s%s扫街榜".formatted(city.zh(), said),
                        "Street Stars of %s%s"
                                .formatted(city.en(), said.isEmpty() ? "" : ": " + said)),
                World.today(task.now()),
                in(
                        task,
                        "得分＝10×log10(年到访人次)＋评分×20/3：去的人多比打分高更重要",
                        "Score = 10 × log10(visits in a year) + rating × 20/3: where people really go counts more than stars"),
                IntStream.range(0, Math.min(limit, ranked.size()))
                        .mapToObj(i -> place(ranked.get(i), i + 1, ranked, task))
                        .toList());
    }

    private static RankedPlace place(Sight sight, int rank, List<Sight> all, Task task) {
        double visitPoints = tenths(10 * Math.log10(sight.visits()));
        double ratingPoints = tenths(sight.tenths() * 2 / 3.0);
        int byRating = 1 + (int) all.stream().filter(o -> o.tenths() > sight.tenths()).count();
        return new RankedPlace(
                rank,
                sight.id(),
                sight.in(task),
                sight.address(),
                sight.category(),
                tenths(visitPoints + ratingPoints),
                visitPoints,
                ratingPoints,
                sight.visits(),
                sight.tenths() / 10.0,
                byRating,
                why(sight, visitPoints, ratingPoints, byRating, task),
                sight.hours(),
                Images.of(sight.category()));
    }

    private static String why(
            Sight sight, double visitPoints, double ratingPoints, int byRating, Task task) {
        return in(
                task,
                String.format(
                        Locale.ROOT,
                        "一年%,d人次到访（%.1f分），评分%.1f（%.1f分）；只看评分排第%d",
                        sight.visits(),
                        visitPoints,
                        sight.tenths() / 10.0,
                        ratingPoints,
                        byRating),
                String.format(
                        Locale.ROOT,
                        "%,d visits in a year (%.1f points), rated %.1f (%.1f points); by stars alone it would be number %d",
                        sight.visits(),
                        visitPoints,
                        sight.tenths() / 10.0,
                        ratingPoints,
                        byRating));
    }

    private static double tenths(double points) {
        return Math.round(points * 10) / 10.0;
    }
}
