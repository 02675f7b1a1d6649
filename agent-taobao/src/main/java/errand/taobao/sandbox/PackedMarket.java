package errand.taobao.sandbox;

import errand.runtime.sandbox.pack.PackTable.Read;
import errand.runtime.sandbox.pack.WorldPack;
import errand.taobao.sandbox.MarketTables.CouponRow;
import errand.taobao.sandbox.MarketTables.GoodRow;
import errand.taobao.sandbox.Seller.Coupon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a world pack brings to the market, put in after what is generated. */
final class PackedMarket {

    private final WorldPack pack;
    private final Kinds kinds;
    private final Sellers sellers;
    private final List<Read<Seller>> newSellers;
    private final List<Read<CouponRow>> newCoupons;
    private final List<Read<GoodRow>> newGoods;
    private final Map<String, Seller> byId = new LinkedHashMap<>();

    PackedMarket(WorldPack pack, Kinds kinds, Sellers sellers) {
        this.pack = pack;
        this.kinds = kinds;
        this.sellers = sellers;
        this.newSellers = pack.rows(MarketTables.SELLERS);
        this.newCoupons = pack.rows(MarketTables.COUPONS);
        this.newGoods = pack.rows(MarketTables.GOODS);
        if (pack.replaces(MarketTables.SELLERS) && !replacesGoods()) {
            String why = "Shops cannot be replaced while generated goods stay; replace goods, too.";
            pack.reject(MarketTables.SELLERS, 0, why);
        }
        if (pack.replaces(MarketTables.SELLERS)) {
            sellers.clear();
        }
    }

    boolean replacesGoods() {
        return pack.replaces(MarketTables.GOODS);
    }

    /** The shops of the pack, with what counts by itself. */
    void addSellers() {
        for (Read<Seller> read : newSellers) {
            Seller seller = read.row().with(automatic(read.row()));
            if (sellers.named(seller.name()).isPresent()) {
                String why = "name: A shop is called '%s' already.".formatted(seller.name());
                pack.reject(MarketTables.SELLERS, read.line(), why);
                continue;
            }
            sellers.add(seller);
            byId.put(seller.id(), seller);
        }
    }

    private List<Coupon> automatic(Seller seller) {
        return newCoupons.stream()
                .map(Read::row)
                .filter(row -> !row.claim())
                .filter(
                        row ->
                                seller.id().equals(row.seller())
                                        || seller.name().equals(row.seller()))
                .map(row -> new Coupon(row.from(), row.off()))
                .toList();
    }

    /** All coupons that can be claimed: generated ones, unless replaced, and those of the pack. */
    CouponBook coupons(long seed) {
        List<Seller> all = sellers.all();
        List<CouponRule> rules =
                new ArrayList<>(
                        pack.replaces(MarketTables.COUPONS)
                                ? List.of()
                                : CouponBook.generated(seed, all));
        for (Read<CouponRow> read : newCoupons) {
            CouponRow row = read.row();
            Seller seller = row.seller() == null ? null : seller(row.seller()).orElse(null);
            if (row.seller() != null && seller == null) {
                String why = "seller: There is no shop '%s'.".formatted(row.seller());
                pack.reject(MarketTables.COUPONS, read.line(), why);
            } else if (!row.claim() && seller != null && !byId.containsKey(seller.id())) {
                String why =
                        "claim: Only shops of sellers.csv have coupons that count by themselves.";
                pack.reject(MarketTables.COUPONS, read.line(), why);
            } else if (row.claim()) {
                rules.add(
                        new CouponRule(
                                row.id(),
                                seller == null ? null : seller.id(),
                                row.from() * 100L,
                                row.off() * 100L,
                                row.total(),
                                row.days()));
            }
        }
        return new CouponBook(all, rules);
    }

    /** The goods of the pack; each category is a kind of things of its own. */
    List<Good> goods() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (Read<GoodRow> read : newGoods) {
            Set<String> ofCategory =
                    words.computeIfAbsent(read.row().category(), fresh -> new LinkedHashSet<>());
            ofCategory.add(read.row().category());
            ofCategory.addAll(read.row().words());
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        words.forEach(
                (category, its) -> numbers.put(category, kinds.addPacked(String.join(";", its))));
        List<Good> goods = new ArrayList<>();
        for (Read<GoodRow> read : newGoods) {
            GoodRow row = read.row();
            seller(row.seller())
                    .map(seller -> good(row, numbers.getOrDefault(row.category(), 0), seller))
                    .ifPresentOrElse(
                            goods::add,
                            () ->
                                    pack.reject(
                                            MarketTables.GOODS,
                                            read.line(),
                                            "seller: There is no shop '%s'."
                                                    .formatted(row.seller())));
        }
        return goods;
    }

    private Optional<Seller> seller(String idOrName) {
        return Optional.ofNullable(byId.get(idOrName)).or(() -> sellers.named(idOrName));
    }

    private Good good(GoodRow row, int kind, Seller seller) {
        return new Good(
                row.id(),
                product(row, kind),
                seller,
                row.tiers().isEmpty()
                        ? row.price().amount()
                        : row.tiers().getFirst().unit().amount(),
                row.days() == 0 ? seller.arrivesAfter() : row.days(),
                row.stock(),
                row.depositFen() == 0 ? null : row.depositFen(),
                row.tiers());
    }

    private Product product(GoodRow row, int kind) {
        String telling =
                String.join(
                        ";",
                        row.brand(),
                        row.title(),
                        row.title().replace(' ', ';'),
                        row.variant().replace(' ', ';'),
                        row.english(),
                        row.english().replace(' ', ';'));
        return new Product(
                kind,
                row.category(),
                row.brand(),
                row.title(),
                row.variant(),
                row.attributes().isEmpty() ? Attributes.of("", row.variant()) : row.attributes(),
                kinds.own(kind, telling),
                row.english().isEmpty() ? List.of() : List.of(row.english()),
                row.description());
    }
}
