package errand.taobao.sandbox;

import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes goods out of {@code lines.csv}: every model of a line comes from every brand, in every
 * variant, from several sellers. A larger world has more brands; what the usual one has stays.
 */
final class GeneratedGoods {

    private static final String FIRST = "云星晨远青海山明安和嘉瑞恒宁启川林泽润朗南北东西";
    private static final String SECOND = "枢岭河源禾帆舟桥屿岚峰野庭溪田谷塔港湾洲石木页台";

    /** A presale takes a tenth first. */
    private static final int PRESALES_IN_100 = 8;

    private static final long DEAR_FEN = 100_000;

    private final long seed;
    private final Kinds kinds;
    private final Sellers sellers;
    private final List<Line> lines = new ArrayList<>();
    private final List<Good> goods = new ArrayList<>();

    GeneratedGoods(long seed, int size, Kinds kinds, Sellers sellers) {
        this.seed = seed;
        this.kinds = kinds;
        this.sellers = sellers;
        for (List<String> row : Table.read("/taobao/lines.csv")) {
            lines.add(Line.of(row, kinds.add(row.get(1))));
        }
        lines.forEach(line -> add(line, line.brands()));
        for (int round = 1; round < size; round++) {
            for (Line line : lines) {
                add(line, more(line, round));
            }
        }
    }

    List<Good> goods() {
        return goods;
    }

    List<Line> lines() {
        return lines;
    }

    /** A row of the table. */
    record Line(
            int kind,
            String category,
            List<Model> models,
            List<String[]> variants,
            List<String> brands,
            Set<String> taken,
            int[] count) {

        static Line of(List<String> row, int kind) {
            List<String> brands = List.of(row.get(4).split(";"));
            return new Line(
                    kind,
                    row.get(0),
                    Arrays.stream(row.get(2).split(";")).map(Model::of).toList(),
                    Arrays.stream(row.get(3).split(";")).map(both -> both.split("/")).toList(),
                    brands,
                    new HashSet<>(brands),
                    new int[1]);
        }

        int next() {
            return ++count[0];
        }
    }

    /** A model of a line of products, with its price. */
    record Model(String title, String english, int lowest, int highest) {

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

    /** As many brands as the line has, that it does not have yet. */
    private List<String> more(Line line, int round) {
        List<String> brands = new ArrayList<>();
        Chance chance = Chance.of(seed, "brand", line.kind(), round);
        while (brands.size() < line.brands().size()) {
            String brand = one(FIRST, chance) + one(SECOND, chance);
            if (line.taken().add(brand)) {
                brands.add(brand);
            }
        }
        return brands;
    }

    private static String one(String characters, Chance chance) {
        int at = chance.between(0, characters.length() - 1);
        return characters.substring(at, at + 1);
    }

    private void add(Line line, List<String> brands) {
        for (String brand : brands) {
            for (Model model : line.models()) {
                for (String[] variant : line.variants()) {
                    Product product = product(line, brand, model, variant);
                    for (Seller seller : sellers.of(brand, line.kind())) {
                        add(line, model, product, seller, String.join("/", variant));
                    }
                }
            }
        }
    }

    private Product product(Line line, String brand, Model model, String[] variant) {
        String names = String.join(";", variant).replace(' ', ';');
        return new Product(
                line.kind(),
                line.category(),
                brand,
                brand + " " + model.title(),
                variant[0],
                Attributes.of(model.title(), variant[0]),
                kinds.own(line.kind(), brand + ";" + model.terms() + ";" + names),
                List.of(model.english(), variant[variant.length - 1]),
                "");
    }

    private void add(Line line, Model model, Product product, Seller seller, String variant) {
        int number = line.next();
        Chance usual = Chance.of(seed, "price", line.kind(), product.model(), variant);
        long yuan = usual.between(model.lowest(), model.highest()) * (long) seller.pricePercent();
        Chance own = Chance.of(seed, "ships", line.kind(), number);
        long fen = Math.max(1, (yuan + 50) / 100) * 100;
        goods.add(
                new Good(
                        "S%03d%03d".formatted(line.kind() + 1, number),
                        product,
                        seller,
                        fen,
                        own.between(seller.arrivesAfter(), seller.arrivesWithin()),
                        null,
                        deposit(line, number, seller, fen),
                        List.of()));
    }

    private @Nullable Long deposit(Line line, int number, Seller seller, long fen) {
        boolean presale =
                seller.official()
                        && fen >= DEAR_FEN
                        && Chance.of(seed, "presale", line.kind(), number).in100(PRESALES_IN_100);
        return presale ? fen / 10_000 * 1_000 : null;
    }
}
