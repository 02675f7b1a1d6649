package errand.taobao.sandbox;

import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import errand.runtime.sandbox.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All goods, their prices and their stock on a day: a pure function of the seed. */
final class Catalogue {

    /** What fits less than this share of the best fit is about something else. */
    private static final double CLOSE = 0.6;

    private final long seed;
    private final List<List<Term>> lines = new ArrayList<>();
    private final Map<String, Good> byId = new LinkedHashMap<>();
    private final Sellers sellers;

    Catalogue(long seed) {
        this.seed = seed;
        this.sellers = new Sellers(seed);
        for (List<String> row : Table.read("/taobao/lines.csv")) {
            lines.add(Said.terms(row.get(1)));
            add(row, lines.size() - 1);
        }
    }

    List<Good> goods() {
        return List.copyOf(byId.values());
    }

    Optional<Good> good(String skuId) {
        return Optional.ofNullable(byId.get(skuId));
    }

    /**
     * What a text is about: goods of the lines that it names best, and among them those whose
     * brand, model or variant it names best. None when it names nothing.
     */
    List<Good> about(String text) {
        Said said = Said.of(text);
        List<Integer> fits = lines.stream().map(said::fit).toList();
        int best = fits.stream().max(Integer::compare).orElse(0);
        if (best < 2) {
            return List.of();
        }
        Map<Good, Integer> named = new LinkedHashMap<>();
        byId.values().stream()
                .filter(good -> fits.get(good.line()) > CLOSE * best)
                .forEach(good -> named.put(good, named(said, good)));
        int most = named.values().stream().max(Integer::compare).orElse(0);
        return named.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How well a text tells a good from others of its line. */
    private int named(Said said, Good good) {
        Said title = Said.of(good.title());
        return said.fit(good.terms())
                + lines.get(good.line()).stream()
                        .filter(term -> said.names(term) && title.names(term))
                        .mapToInt(Term::weight)
                        .sum();
    }

    /**
     * Pieces on sale on a day before anything is ordered; three goods in a hundred are sold out.
     */
    int stock(Good good, LocalDate day) {
        Chance chance = Chance.of(seed, "stock", good.skuId(), day);
        return chance.in100(3) ? 0 : chance.between(40, 900);
    }

    private void add(List<String> row, int line) {
        int number = 0;
        for (String brand : row.get(4).split(";")) {
            for (String written : row.get(2).split(";")) {
                Model model = Model.of(written);
                for (String variant : row.get(3).split(";")) {
                    List<Term> terms = own(line, brand, model, variant.split("/"));
                    for (Seller seller : sellers.of(brand, line)) {
                        add(line, ++number, brand, model, variant, terms, seller);
                    }
                }
            }
        }
    }

    private void add(
            int line,
            int number,
            String brand,
            Model model,
            String variant,
            List<Term> terms,
            Seller seller) {
        String[] names = variant.split("/");
        String title = brand + " " + model.title();
        Chance usual = Chance.of(seed, "price", line, title, variant);
        long yuan = usual.between(model.lowest(), model.highest()) * (long) seller.pricePercent();
        Chance own = Chance.of(seed, "ships", line, number);
        Good good =
                new Good(
                        "S%03d%03d".formatted(line + 1, number),
                        line,
                        title + " " + names[0],
                        title,
                        terms,
                        seller,
                        Math.max(1, (yuan + 50) / 100) * 100,
                        own.between(seller.arrivesAfter(), seller.arrivesWithin()));
        byId.put(good.skuId(), good);
    }

    /** What the whole line is called tells no good of it from another. */
    private List<Term> own(int line, String brand, Model model, String[] variant) {
        String names = String.join(";", variant).replace(' ', ';');
        return Said.terms(brand + ";" + model.terms() + ";" + names).stream()
                .filter(term -> lines.get(line).stream().noneMatch(other -> same(term, other)))
                .toList();
    }

    private static boolean same(Term one, Term other) {
        return one.text().equals(other.text()) && other.weight() > 2;
    }

    /** A model of a line of products, with its price. */
    private record Model(String title, String english, int lowest, int highest) {

        static Model of(String written) {
            String[] halves = written.split("@");
            String[] names = halves[0].split("/");
            String[] prices = halves[1].split("-");
            return new Model(
                    names[0], names[1], Integer.parseInt(prices[0]), Integer.parseInt(prices[1]));
        }

        String terms() {
            return title + ";" + title.replace(' ', ';') + ";" + english.replace(' ', ';');
        }
    }
}
