package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is sold anywhere, found by words. Shops of a kind sell the same dishes, so the index
 * holds dishes, and a larger world makes it no slower.
 */
final class Assortment {

    private static final int MOST = 2_000;

    /** From here on the item itself is named. */
    static final int NAMED = 10;

    private final TextIndex<Sold> index;

    /** A dish and the words for the kind of shop that sells it. */
    private record Sold(Dish dish, List<Term> kind) {}

    Assortment(Neighbourhood world) {
        TextIndex.Builder<Sold> builder = TextIndex.builder();
        if (world.hasUsualMenus()) {
            world.kinds().forEach(kind -> kind.dishes().forEach(dish -> add(builder, dish, kind)));
        }
        world.pack()
                .items()
                .forEach(
                        (shopId, items) ->
                                world.shop(shopId)
                                        .ifPresent(
                                                shop ->
                                                        items.forEach(
                                                                item ->
                                                                        add(
                                                                                builder,
                                                                                item.dish(),
                                                                                shop.kind()))));
        this.index = builder.build();
    }

    private static void add(TextIndex.Builder<Sold> builder, Dish dish, Kind kind) {
        Words words =
                Words.named(dish.title())
                        .also(texts(dish.terms()))
                        .about(texts(kind.terms()))
                        .about(dish.section());
        builder.add(new Sold(dish, kind.terms()), words);
    }

    private static String[] texts(List<Term> terms) {
        return terms.stream().map(term -> term.text().strip()).toArray(String[]::new);
    }

    /**
     * What words name: dishes by their names, else whole menus by the kind of shop. Nothing when
     * nothing is named.
     *
     * @return how well each fits, {@link #NAMED} and more when it is named itself
     */
    Map<Dish, Integer> named(String text) {
        Said said = Said.of(text);
        Map<Dish, Integer> scores = new LinkedHashMap<>();
        for (TextIndex.Hit<Sold> hit : index.search(said.plain(), MOST)) {
            int score = score(said, hit.thing());
            if (score > 0) {
                scores.put(hit.thing().dish(), score);
            }
        }
        return scores;
    }

    /** What shares words with a text, nearest first: to be proposed where nothing is named. */
    List<Dish> similar(String text, int most) {
        return index.close(text, 0.5, most).stream()
                .sorted(Comparator.comparingDouble(hit -> -hit.score()))
                .map(hit -> hit.thing().dish())
                .toList();
    }

    private static int score(Said said, Sold sold) {
        int named = said.fit(sold.dish().terms());
        int kind = Math.min(NAMED - 1, said.fit(sold.kind()));
        return named > 0 ? NAMED * named : said.isWithin(sold.dish().title()) ? NAMED : kind;
    }
}
