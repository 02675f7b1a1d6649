package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Table;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All recipes, found by the name of their dish in either language. */
final class Recipes {

    /** What people put around the name of a dish. */
    private static final String AROUND =
            "^(?:i want to |i'd like to |let's |please |想|我想|我要|要)*(?:(?:cook|make|prepare)\\s+|做|烧|炒|煮)?(?:some |a |an |the |一道|一份|个|点)*"
                    + "|(?:的做法|吃|菜谱| recipe| for dinner| for lunch| tonight)+$";

    /** Shorter names may stand in a sentence about something else. */
    private static final int HAN_TELLS = 3;

    private static final int LATIN_TELLS = 7;

    private final List<Recipe> all;
    private final Map<String, Recipe> byName = new HashMap<>();
    private final TextIndex<Recipe> index;

    Recipes(FlashPack pack) {
        Map<String, Recipe> known = new LinkedHashMap<>();
        if (!pack.replacesRecipes()) {
            Map<String, List<String>> also = also();
            for (List<String> row : Table.read("/flash/recipes.csv")) {
                Recipe recipe = Recipe.of(row, also.getOrDefault(row.get(1), List.of()));
                known.put(recipe.dish(), recipe);
            }
        }
        pack.recipes().forEach(recipe -> known.put(recipe.dish(), recipe));
        this.all = List.copyOf(known.values());
        all.forEach(recipe -> byName.put(plain(recipe.dish()), recipe));
        all.forEach(recipe -> recipe.also().forEach(n -> byName.putIfAbsent(plain(n), recipe)));
        TextIndex.Builder<Recipe> builder = TextIndex.builder();
        all.forEach(
                recipe ->
                        builder.add(
                                recipe,
                                Words.named(recipe.dish())
                                        .also(recipe.also().toArray(String[]::new))));
        this.index = builder.build();
    }

    private static Map<String, List<String>> also() {
        Map<String, List<String>> also = new HashMap<>();
        Table.read("/flash/dishes.csv")
                .forEach(row -> also.put(row.get(0), Arrays.asList(row.get(1).split(";"))));
        return also;
    }

    List<Recipe> all() {
        return all;
    }

    /** The dish that is called exactly so, whatever stands around its name. */
    Optional<Recipe> find(String dish) {
        String plain = plain(dish);
        Recipe exact = byName.get(plain);
        return Optional.ofNullable(exact == null ? byName.get(bare(plain)) : exact)
                .or(() -> within(dish));
    }

    /** The dish with the longest name that a sentence holds: 今晚想做鱼香肉丝给孩子. */
    private Optional<Recipe> within(String sentence) {
        Said said = Said.of(sentence);
        return byName.keySet().stream()
                .filter(name -> name.length() >= (Dish.latin(name) ? LATIN_TELLS : HAN_TELLS))
                .filter(name -> said.names(Said.terms(name).getFirst()))
                .max(Comparator.comparingInt(String::length).thenComparing(name -> name))
                .map(byName::get);
    }

    private static String bare(String plain) {
        return plain.replaceAll(AROUND, "").strip();
    }

    /** Dishes that are called nearly so, nearest first. */
    List<String> nearest(String dish, int most) {
        return index.close(dish, 0.4, most).stream().map(hit -> name(hit.thing())).toList();
    }

    /** Some that many people know. */
    List<String> examples(int most) {
        return all.stream()
                .filter(recipe -> recipe.english().isPresent())
                .limit(most)
                .map(Recipes::name)
                .toList();
    }

    private static String name(Recipe recipe) {
        return recipe.english()
                .map(english -> recipe.dish() + " (" + english + ")")
                .orElse(recipe.dish());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .strip();
    }
}
