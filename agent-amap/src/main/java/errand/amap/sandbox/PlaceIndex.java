package errand.amap.sandbox;

import errand.amap.maps.Category;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.TextIndex.Hit;
import errand.runtime.sandbox.search.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which places of a city fit what a person says of them; one text index over all of them. */
final class PlaceIndex {

    /** What fits the words less than this share of the best is about something else. */
    private static final double CLOSE = 0.6;

    private final TextIndex<Sight> index;

    /** Names as they are compared, by id; too many to take apart for each search. */
    private final Map<String, List<String>> names;

    PlaceIndex(List<Sight> sights) {
        this.index = index(sights);
        this.names =
                sights.stream()
                        .collect(
                                Collectors.toMap(
                                        Sight::id,
                                        sight -> sight.names().stream().map(Plain::of).toList()));
    }

    /**
     * What fits.
     *
     * @param ids of the places that fit; null when all sights do
     * @param closest of these, those that words beside the kind tell of: a district, a street, a
     *     name
     */
    record Fit(@Nullable Set<String> ids, Set<String> closest) {

        boolean fits(Sight sight) {
            return ids == null ? sight.category().sight() : ids.contains(sight.id());
        }

        boolean isClosest(Sight sight) {
            return closest.contains(sight.id());
        }
    }

    /** By a whole name, else by words for kinds of places, else by any words of its description. */
    Fit fit(@Nullable String text, City city, Collection<Sight> among) {
        String wanted = text == null ? "" : Topics.wanted(Plain.of(text), city);
        if (wanted.isEmpty()) {
            return new Fit(null, Set.of());
        }
        Set<String> named = ids(among.stream().filter(sight -> says(wanted, sight)).toList());
        if (!named.isEmpty()) {
            return new Fit(named, Set.of());
        }
        Set<Category> kinds = Topics.in(wanted);
        if (kinds.isEmpty()) {
            return new Fit(close(wanted, city), Set.of());
        }
        Set<String> ofKind =
                ids(among.stream().filter(sight -> kinds.contains(sight.category())).toList());
        Set<String> close = close(Topics.beside(wanted, kinds), city);
        close.retainAll(ofKind);
        return new Fit(ofKind, close);
    }

    private boolean says(String wanted, Sight sight) {
        return names.getOrDefault(sight.id(), List.of()).stream()
                .anyMatch(name -> Plain.says(wanted, name));
    }

    /** Compared with the best of the city, not of all cities. */
    private Set<String> close(String wanted, City city) {
        List<Hit<Sight>> here =
                index.search(wanted, index.size()).stream()
                        .filter(hit -> hit.thing().city().code().equals(city.code()))
                        .toList();
        return here.stream()
                .takeWhile(hit -> hit.score() >= CLOSE * here.getFirst().score())
                .map(hit -> hit.thing().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> ids(List<Sight> sights) {
        return sights.stream().map(Sight::id).collect(Collectors.toSet());
    }

    private static TextIndex<Sight> index(List<Sight> sights) {
        TextIndex.Builder<Sight> index = TextIndex.builder();
        for (Sight sight : sights) {
            List<String> others = sight.names().subList(1, sight.names().size());
            index.add(
                    sight,
                    Words.named(sight.zh())
                            .also(others.toArray(String[]::new))
                            .about(sight.address())
                            .about(sight.category().words().toArray(String[]::new)));
        }
        return index.build();
    }
}
