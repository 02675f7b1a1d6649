package errand.taobao.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackRow;
import errand.runtime.sandbox.pack.PackTable;
import errand.taobao.market.Attribute;
import errand.taobao.market.PriceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a world pack that this agent reads. */
final class MarketTables {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final String GENERATED = "[SW]\\d{6,}|[sf]\\d{3,}|C[sf]\\d{3,}|CP\\d\\d";

    static final PackTable<Seller> SELLERS =
            new PackTable<>(
                    "taobao/sellers.csv",
                    "A shop",
                    List.of(
                            Column.of("id", "letters and digits", "Stable id", "tea-house"),
                            Column.text("name", "As people know it", "湖山茶铺"),
                            Column.whole(
                                            "member-percent",
                                            50,
                                            100,
                                            "What members pay of the price; 100 when blank",
                                            "95")
                                    .optional(),
                            Column.yuan("free-from", "Shipping is free from this on", "49")
                                    .optional(),
                            Column.yuan("shipping", "Shipping below that", "8").optional(),
                            Column.whole(
                                            "days-fewest",
                                            1,
                                            30,
                                            "Days until goods arrive at the earliest; 1 when blank",
                                            "1")
                                    .optional(),
                            Column.whole(
                                            "days-most",
                                            1,
                                            30,
                                            "The same at the latest; days-fewest when blank",
                                            "3")
                                    .optional()),
                    MarketTables::seller);

    static final PackTable<CouponRow> COUPONS =
            new PackTable<>(
                    "taobao/coupons.csv",
                    "So much off from so much on",
                    List.of(
                            Column.of("id", "letters and digits", "Stable id", "tea-20"),
                            Column.of(
                                            "seller",
                                            "id or name of a shop",
                                            "Who honours it; all shops when blank",
                                            "tea-house")
                                    .optional(),
                            Column.wholeYuan(
                                    "from", 1, 1_000_000, "Counts from this much on", "199"),
                            Column.wholeYuan(
                                    "off", 1, 1_000_000, "What it takes off; less than from", "20"),
                            Column.flag(
                                            "claim",
                                            "Whether it must be claimed; no needs a seller",
                                            "yes")
                                    .optional(),
                            Column.whole(
                                            "total",
                                            1,
                                            1_000_000,
                                            "How many can be claimed a month; 1000 when blank",
                                            "200")
                                    .optional(),
                            Column.whole(
                                            "days",
                                            1,
                                            365,
                                            "How long it counts after the claim; 7 when blank",
                                            "7")
                                    .optional()),
                    MarketTables::coupon);

    static final PackTable<GoodRow> GOODS =
            new PackTable<>(
                    "taobao/goods.csv",
                    "Something on sale at one shop",
                    List.of(
                            Column.of("id", "letters and digits", "The skuId", "tea-001"),
                            Column.text("title", "Brand and model", "湖山 明前龙井 250g"),
                            Column.of(
                                    "seller", "id or name of a shop", "Who sells it", "tea-house"),
                            Column.yuan("price", "List price of one", "168"),
                            Column.text("category", "What kind of thing it is", "茶叶"),
                            Column.text("brand", "Brand", "湖山").optional(),
                            Column.text(
                                            "variant",
                                            "Colour or size; rows of one title and shop are its variants",
                                            "礼盒装")
                                    .optional(),
                            Column.text("english", "Its name in English", "longjing tea")
                                    .optional(),
                            Column.texts("words", "What people call such a thing", "茶叶;绿茶;tea")
                                    .optional(),
                            Column.of("attributes", "name=value between ;", "Properties", "产地=杭州")
                                    .optional(),
                            Column.whole(
                                            "stock",
                                            0,
                                            100_000,
                                            "Pieces a day; by chance when blank",
                                            "40")
                                    .optional(),
                            Column.yuan("deposit", "What a presale takes first", "20").optional(),
                            Column.whole(
                                            "days",
                                            1,
                                            30,
                                            "Days until it arrives; the shop's when blank",
                                            "2")
                                    .optional(),
                            Column.of(
                                            "tiers",
                                            "pieces=yuan between ;",
                                            "Wholesale: prices by quantity, the first is the minimum",
                                            "10=150;100=120")
                                    .optional(),
                            Column.text("description", "What its seller writes", "清明前采摘")
                                    .optional()),
                    MarketTables::good);

    private MarketTables() {}

    /**
     * A coupon as it is written.
     *
     * @param seller id or name; null: all shops
     */
    record CouponRow(
            String id,
            @Nullable String seller,
            int from,
            int off,
            boolean claim,
            int total,
            int days) {}

    /**
     * A good as it is written.
     *
     * @param seller id or name
     * @param depositFen 0: no presale
     */
    record GoodRow(
            String id,
            String title,
            String seller,
            Money price,
            String category,
            String brand,
            String variant,
            String english,
            List<String> words,
            List<Attribute> attributes,
            @Nullable Integer stock,
            long depositFen,
            int days,
            List<PriceTier> tiers,
            String description) {}

    private static Seller seller(PackRow row) {
        int fewest = row.whole("days-fewest", 1);
        int most = row.whole("days-most", fewest);
        if (most < fewest) {
            row.refuse("days-most", "It is less than days-fewest.");
        }
        return new Seller(
                id(row),
                row.text("name"),
                100,
                row.whole("member-percent", 100),
                List.of(),
                row.yuanOrNothing("free-from").amount(),
                row.yuanOrNothing("shipping").amount(),
                fewest,
                Math.max(fewest, most));
    }

    private static CouponRow coupon(PackRow row) {
        int from = row.whole("from");
        int off = row.whole("off");
        if (off >= from) {
            row.refuse("off", "It must be less than from.");
        }
        boolean claim = row.flag("claim", true);
        String seller = row.optional("seller").orElse(null);
        if (!claim && seller == null) {
            row.refuse("claim", "What counts by itself needs a seller.");
        }
        return new CouponRow(
                id(row), seller, from, off, claim, row.whole("total", 1_000), row.whole("days", 7));
    }

    private static GoodRow good(PackRow row) {
        Money price = row.yuan("price");
        long deposit = row.yuanOrNothing("deposit").amount();
        if (deposit >= price.amount()) {
            row.refuse("deposit", "It must be less than the price.");
        }
        boolean counted = row.optional("stock").isPresent();
        return new GoodRow(
                id(row),
                row.text("title"),
                row.text("seller"),
                price,
                row.text("category"),
                row.optional("brand").orElse(""),
                row.optional("variant").orElse(""),
                row.optional("english").orElse(""),
                row.list("words"),
                attributes(row),
                counted ? (Integer) row.whole("stock") : null,
                deposit,
                row.optional("days").isPresent() ? row.whole("days") : 0,
                tiers(row),
                row.optional("description").orElse(""));
    }

    private static String id(PackRow row) {
        String id = row.text("id");
        if (!id.matches(ID)) {
            row.refuse("id", "It must be letters, digits, dots and dashes, 40 at most.");
        } else if (id.matches(GENERATED)) {
            row.refuse("id", "'%s' looks like an id of the generated world.".formatted(id));
        }
        return id;
    }

    private static List<Attribute> attributes(PackRow row) {
        List<Attribute> found = new ArrayList<>();
        for (String written : row.list("attributes")) {
            String[] halves = written.split("=", 2);
            if (halves.length < 2 || halves[0].isBlank() || halves[1].isBlank()) {
                row.refuse("attributes", "'%s' is not name=value.".formatted(written));
            } else {
                found.add(new Attribute(halves[0].strip(), halves[1].strip()));
            }
        }
        return found;
    }

    private static List<PriceTier> tiers(PackRow row) {
        List<PriceTier> tiers = new ArrayList<>();
        for (String written : row.list("tiers")) {
            PriceTier tier = tier(written);
            PriceTier last = tiers.isEmpty() ? null : tiers.getLast();
            if (tier == null) {
                row.refuse("tiers", "'%s' is not pieces=yuan.".formatted(written));
            } else if (last != null
                    && (tier.from() <= last.from()
                            || tier.unit().amount() > last.unit().amount())) {
                row.refuse("tiers", "'%s' is not more pieces for less.".formatted(written));
            } else {
                tiers.add(tier);
            }
        }
        return tiers;
    }

    private static @Nullable PriceTier tier(String written) {
        if (!written.matches("[1-9]\\d{0,5}=\\d{1,7}(\\.\\d{1,2})?")) {
            return null;
        }
        String[] halves = written.split("=");
        long fen = new BigDecimal(halves[1]).movePointRight(2).longValueExact();
        return fen == 0 ? null : new PriceTier(Integer.parseInt(halves[0]), Money.cny(fen));
    }
}
