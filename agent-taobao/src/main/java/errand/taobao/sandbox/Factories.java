package errand.taobao.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.Chance;
import errand.taobao.market.PriceTier;
import errand.taobao.sandbox.GeneratedGoods.Line;
import errand.taobao.sandbox.GeneratedGoods.Model;
import java.util.ArrayList;
import java.util.List;

/** Makes wholesale goods: each model of each line from two factories, at prices by quantity. */
final class Factories {

    private static final List<String> TOWNS =
            List.of("义乌", "广州", "佛山", "温州", "泉州", "东莞", "汕头", "南通", "保定", "景德镇");
    private static final int PER_LINE = 2;

    private final long seed;
    private final Kinds kinds;
    private final Sellers sellers;

    Factories(long seed, Kinds kinds, Sellers sellers) {
        this.seed = seed;
        this.kinds = kinds;
        this.sellers = sellers;
    }

    /**
     * @param size as many times the usual number of factories
     */
    List<Good> goods(List<Line> lines, int size) {
        List<Good> goods = new ArrayList<>();
        for (Line line : lines) {
            int number = 0;
            for (int factory = 0; factory < PER_LINE * size; factory++) {
                Seller seller = seller(line, factory);
                for (Model model : line.models()) {
                    goods.add(good(line, model, seller, ++number));
                }
            }
        }
        return goods;
    }

    private Seller seller(Line line, int factory) {
        Chance chance = Chance.of(seed, "factory", line.kind(), factory);
        String town = TOWNS.get(chance.between(0, TOWNS.size() - 1));
        String which = factory < TOWNS.size() ? "" : String.valueOf(factory);
        return sellers.factory(town + line.category() + "厂" + which, chance.between(2, 4));
    }

    private Good good(Line line, Model model, Seller seller, int number) {
        Chance chance = Chance.of(seed, "wholesale", line.kind(), number);
        long fen = Math.max(100, model.lowest() * (long) chance.between(58, 74));
        String[] variant = line.variants().getFirst();
        Product product =
                new Product(
                        line.kind(),
                        line.category(),
                        "工厂直供",
                        "工厂直供 " + model.title(),
                        "",
                        Attributes.of(model.title(), ""),
                        kinds.own(line.kind(), model.terms()),
                        List.of(model.english(), variant[variant.length - 1]),
                        "");
        return new Good(
                "W%03d%03d".formatted(line.kind() + 1, number),
                product,
                seller,
                fen,
                chance.between(seller.arrivesAfter(), seller.arrivesWithin()),
                null,
                null,
                tiers(fen));
    }

    /** What is dear has a small minimum. */
    private static List<PriceTier> tiers(long fen) {
        int minimum = fen < 10_000 ? 20 : fen < 50_000 ? 5 : 2;
        return List.of(
                new PriceTier(minimum, Money.cny(fen)),
                new PriceTier(minimum * 5, Money.cny(fen * 92 / 100)),
                new PriceTier(minimum * 25, Money.cny(fen * 85 / 100)));
    }
}
