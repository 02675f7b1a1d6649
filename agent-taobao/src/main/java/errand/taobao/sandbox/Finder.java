package errand.taobao.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import errand.runtime.sandbox.search.TextIndex;
import errand.runtime.sandbox.search.TextIndex.Hit;
import errand.runtime.sandbox.search.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds goods by what a person says. Words listed by hand say which kind of thing is meant; the
 * index finds what these do not name (brands, models, properties), and ranks. Made once, then only
 * read.
 */
final class Finder {

    /** What fits less than this share of the best fit is about something else. */
    private static final double CLOSE = 0.6;

    /** That much of what was said must be in a thing when no kind is named. */
    private static final double COVERED = 0.6;

    /** A kind is named from this weight on: one Chinese character. */
    private static final int TELLING = 2;

    private static final int MOST = 2_000;

    /** Words that name nothing; in pairs of characters they would count as what is not there. */
    private static final Pattern FILLERS =
            Pattern.compile("的|帮我|我想要?|想要?|买|找|推荐|一[个款台件双只把]|有没有|适合");

    private final Kinds kinds;
    private final Map<Product, Listed> listed = new LinkedHashMap<>();
    private final Map<Integer, List<Listed>> byKind = new HashMap<>();
    private final TextIndex<Listed> index;

    /** A product as it is looked for, and who sells it. */
    private record Listed(
            Product product, List<Good> goods, Said name, Said said, List<Term> titled) {}

    Finder(Kinds kinds, List<Good> goods) {
        this.kinds = kinds;
        goods.forEach(good -> listed(good.product()).goods().add(good));
        TextIndex.Builder<Listed> words = TextIndex.builder();
        for (Listed each : listed.values()) {
            byKind.computeIfAbsent(each.product().kind(), kind -> new ArrayList<>()).add(each);
            words.add(each, words(each.product()));
        }
        this.index = words.build();
    }

    private Listed listed(Product product) {
        return listed.computeIfAbsent(
                product,
                fresh -> {
                    Said name = Said.of(fresh.title());
                    List<Term> titled =
                            kinds.words(fresh.kind()).stream().filter(name::names).toList();
                    return new Listed(
                            fresh, new ArrayList<>(), name, Said.of(everything(fresh)), titled);
                });
    }

    private static String everything(Product product) {
        String values =
                String.join(" ", product.attributes().stream().map(each -> each.value()).toList());
        return String.join(
                " , ",
                product.title(),
                product.brand(),
                product.category(),
                String.join(" , ", product.also()),
                values);
    }

    private Words words(Product product) {
        return Words.named(product.title())
                .also(product.also().toArray(String[]::new))
                .also(kinds.words(product.kind()).stream().map(Term::text).toArray(String[]::new))
                .about(product.category());
    }

    /** Who sells exactly this. */
    List<Good> sellersOf(Product product) {
        Listed found = listed.get(product);
        return found == null ? List.of() : List.copyOf(found.goods());
    }

    /**
     * What a text is about: goods of the kinds that it names best, and among them those whose
     * brand, model or variant it names best. Where it names no kind, what most of its words are
     * said of. None when it names nothing.
     */
    List<Good> about(String text) {
        Said said = Said.of(text);
        int[] fits = kinds.fits(said);
        int best = Arrays.stream(fits).max().orElse(0);
        if (best < TELLING) {
            String telling = FILLERS.matcher(text).replaceAll(" ");
            return goods(close(index.covering(telling, COVERED, MOST)));
        }
        Map<Listed, Integer> named = new LinkedHashMap<>();
        for (int kind = 0; kind < fits.length; kind++) {
            if (fits[kind] > CLOSE * best) {
                byKind.getOrDefault(kind, List.of())
                        .forEach(each -> named.put(each, named(said, each)));
            }
        }
        int most = named.values().stream().max(Integer::compare).orElse(0);
        Stream<Listed> byHand =
                named.entrySet().stream()
                        .filter(each -> each.getValue() == most)
                        .map(Map.Entry::getKey);
        return goods(Stream.concat(byHand, packed(text)).distinct());
    }

    /** What a world pack brings is found by its own words, however few of them were listed. */
    private Stream<Listed> packed(String text) {
        return kinds.anyPacked()
                ? close(index.search(text, MOST)).filter(it -> kinds.packed(it.product().kind()))
                : Stream.empty();
    }

    /**
     * How well the index finds that products fit a text; those that it does not find are absent.
     */
    Map<Product, Double> ranks(String text) {
        Map<Product, Double> ranks = new HashMap<>();
        index.search(text, MOST).forEach(hit -> ranks.put(hit.thing().product(), hit.score()));
        return ranks;
    }

    /** Whether all of these properties are said of a good, in either language. */
    boolean has(Good good, List<Term> properties) {
        Listed found = listed.get(good.product());
        return found != null && properties.stream().allMatch(found.said()::names);
    }

    /** Which words of a text a good fits, longest first. */
    List<String> fits(String text, Good good) {
        Said said = Said.of(text);
        return Stream.concat(
                        kinds.words(good.product().kind()).stream(), good.product().own().stream())
                .filter(said::names)
                .map(term -> term.text().strip())
                .distinct()
                .toList();
    }

    private static Stream<Listed> close(List<Hit<Listed>> hits) {
        return hits.stream()
                .takeWhile(hit -> hit.score() >= CLOSE * hits.getFirst().score())
                .map(Hit::thing);
    }

    private static List<Good> goods(Stream<Listed> found) {
        return found.flatMap(each -> each.goods().stream()).toList();
    }

    /** How well a text tells a product from others of its kind. */
    private static int named(Said said, Listed each) {
        return said.fit(each.product().own())
                + each.titled().stream().filter(said::names).mapToInt(Term::weight).sum();
    }
}
