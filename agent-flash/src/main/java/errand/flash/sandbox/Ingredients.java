package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What dishes are made of: names in both languages, weights, and what can stand in. */
final class Ingredients {

    private final List<Ingredient> all;
    private final Map<String, Ingredient> byName = new HashMap<>();

    /**
     * One of them.
     *
     * @param grams of one piece, 0 when it is not counted in pieces
     * @param staple whether most kitchens have it
     * @param instead names of others that can stand in
     * @param sold what shops call it
     */
    record Ingredient(
            String name,
            List<String> also,
            List<String> english,
            double grams,
            boolean staple,
            List<String> instead,
            String sold) {

        static Ingredient of(List<String> row) {
            return new Ingredient(
                    row.get(0),
                    names(row.get(1)),
                    names(row.get(2)),
                    row.get(3).isEmpty() ? 0 : Double.parseDouble(row.get(3)),
                    !row.get(4).isEmpty(),
                    names(row.get(5)),
                    row.get(6).isEmpty() ? row.get(0) : row.get(6));
        }

        private static List<String> names(String cell) {
            return Arrays.stream(cell.split(";")).filter(name -> !name.isBlank()).toList();
        }

        Stream<String> names() {
            return Stream.of(Stream.of(name, sold), also.stream(), english.stream())
                    .flatMap(names -> names);
        }
    }

    Ingredients() {
        this.all = Table.read("/flash/ingredients.csv").stream().map(Ingredient::of).toList();
        all.forEach(one -> one.names().forEach(name -> byName.putIfAbsent(plain(name), one)));
    }

    List<Ingredient> all() {
        return all;
    }

    /** The ingredient that is called so; else the one whose name, the longest, is in the text. */
    Optional<Ingredient> find(String text) {
        Ingredient exact = byName.get(plain(text));
        if (exact != null) {
            return Optional.of(exact);
        }
        Said said = Said.of(text);
        return all.stream()
                .filter(one -> said.fit(Said.terms(String.join(",", one.names().toList()))) > 0)
                .max(
                        Comparator.comparingInt(
                                one ->
                                        said.fit(
                                                Said.terms(
                                                        String.join(",", one.names().toList())))));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
