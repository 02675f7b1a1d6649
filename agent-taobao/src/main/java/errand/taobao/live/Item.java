package errand.taobao.live;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import errand.runtime.sandbox.Refusals;
import errand.taobao.market.GoodsOffer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item as the open platform describes it. Older methods say everything side by side, newer ones
 * in groups (item_basic_info, price_promotion_info, publish_info, presale_info); both are read.
 *
 * @param listFen price without any promotion (zk_final_price)
 * @param couponFen what a coupon takes off; 0: none counts
 * @param payableFen what is paid in the end, as far as the vendor says
 */
record Item(
        String id,
        String title,
        String shop,
        String sellerId,
        String brand,
        String category,
        String image,
        long listFen,
        long couponFen,
        long shippingFen,
        long payableFen,
        @Nullable Long depositFen,
        @Nullable Integer sold,
        String link) {

    /** Empty when it lacks what an offer must have: an id, a title and a price. */
    static Optional<Item> of(JsonNode node) {
        Fields fields = new Fields(node);
        String id = fields.text("item_id", "num_iid");
        String title = fields.text("title");
        long list = fields.fen("zk_final_price", "reserve_price");
        if (id.isEmpty() || title.isEmpty() || list <= 0) {
            return Optional.empty();
        }
        long coupon = list >= fields.fen("coupon_start_fee") ? fields.fen("coupon_amount") : 0;
        coupon = coupon < list ? coupon : 0;
        long shipping = fields.fen("real_post_fee");
        long promoted = fields.fen("final_promotion_price");
        long goods = promoted > 0 && promoted <= list ? promoted : list - coupon;
        long deposit = fields.fen("presale_deposit");
        return Optional.of(
                new Item(
                        id,
                        title,
                        fields.text("shop_title", "nick"),
                        fields.text("seller_id"),
                        fields.text("brand_name"),
                        fields.text("category_name", "cat_leaf_name", "level_one_category_name"),
                        https(fields.text("pict_url")),
                        list,
                        list - goods,
                        shipping,
                        goods + shipping,
                        deposit > 0 && deposit < list ? (Long) deposit : null,
                        fields.count("volume"),
                        https(fields.text("coupon_share_url", "click_url", "url", "item_url"))));
    }

    private static String https(String url) {
        return url.startsWith("//") ? "https:" + url : url;
    }

    GoodsOffer offer(List<String> fits, Task task) {
        return new GoodsOffer(
                id,
                title,
                shop,
                Money.cny(listFen),
                Money.cny(payableFen),
                reasons(task),
                null,
                brand,
                category,
                List.of(),
                image,
                depositFen == null ? null : Money.cny(depositFen),
                sold,
                fits);
    }

    List<String> reasons(Task task) {
        List<String> reasons = new ArrayList<>();
        if (couponFen > 0) {
            String yuan = Refusals.yuan(Money.cny(couponFen));
            reasons.add(Refusals.in(task, "优惠减" + yuan + "元", yuan + " yuan off"));
        }
        if (depositFen != null) {
            String yuan = Refusals.yuan(Money.cny(depositFen));
            reasons.add(
                    Refusals.in(
                            task,
                            "预售：定金" + yuan + "元，按全款计",
                            "presale: " + yuan + " deposit; the full price counts"));
        }
        String yuan = Refusals.yuan(Money.cny(shippingFen));
        reasons.add(
                shippingFen == 0
                        ? Refusals.in(task, "包邮", "free shipping")
                        : Refusals.in(task, "运费" + yuan + "元", "shipping " + yuan + " yuan"));
        return reasons;
    }

    List<Line> lines(Task task) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(title, 1, Money.cny(listFen)));
        if (couponFen > 0) {
            lines.add(Line.of(Refusals.in(task, "优惠", "discount"), 1, Money.cny(-couponFen)));
        }
        if (shippingFen > 0) {
            lines.add(Line.of(Refusals.in(task, "运费", "shipping"), 1, Money.cny(shippingFen)));
        }
        return lines;
    }

    /** Reads a field wherever it stands. */
    private record Fields(JsonNode node) {

        private static final List<String> GROUPS =
                List.of(
                        "item_basic_info",
                        "price_promotion_info",
                        "publish_info",
                        "presale_info",
                        "scope_info");

        /** The first of these that says something; empty when none does. */
        String text(String... names) {
            for (String name : names) {
                String found = value(name);
                if (!found.isBlank()) {
                    return found.strip();
                }
            }
            return "";
        }

        private String value(String name) {
            JsonNode flat = node.path(name);
            if (flat.isValueNode() && !flat.isNull()) {
                return flat.asString("");
            }
            for (String group : GROUPS) {
                JsonNode grouped = node.path(group).path(name);
                if (grouped.isValueNode() && !grouped.isNull()) {
                    return grouped.asString("");
                }
            }
            return "";
        }

        /** Yuan as the vendor writes them, such as 199.00; 0 when nothing is said. */
        long fen(String... names) {
            String said = text(names);
            if (said.isEmpty()) {
                return 0;
            }
            try {
                return new BigDecimal(said).movePointRight(2).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new TransientFailure(
                        VendorHttp.MALFORMED,
                        "Taobao says a price that is none in %s; it is tried again."
                                .formatted(String.join("/", names)));
            }
        }

        /** A whole number; null when it is none, such as 1.8万+. */
        @Nullable Integer count(String name) {
            String said = text(name);
            return said.matches("\\d{1,9}") ? (Integer) Integer.parseInt(said) : null;
        }
    }
}
