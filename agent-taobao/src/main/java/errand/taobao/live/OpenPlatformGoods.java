package errand.taobao.live;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.taobao.market.DetailOf;
import errand.taobao.market.Goods;
import errand.taobao.market.GoodsDetail;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.LinkTo;
import errand.taobao.market.PurchaseLink;
import errand.taobao.market.PurchaseLinks;
import errand.taobao.market.Sort;
import errand.taobao.market.Understanding;
import errand.taobao.market.Understood;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Goods of Taobao's open platform: {@code taobao.tbk.dg.material.optional} finds, {@code
 * taobao.tbk.item.info.upgrade.get} shows one. The platform has no method by which a buyer's agent
 * orders, so what can be bought is a link.
 */
final class OpenPlatformGoods implements Goods, PurchaseLinks {

    private static final String SEARCH = "taobao.tbk.dg.material.optional";
    private static final String DETAIL = "taobao.tbk.item.info.upgrade.get";
    private static final int PAGE = 20;

    /** Links that a person is sent to are the vendor's own. */
    private static final List<String> OURS = List.of("taobao.com", "tmall.com", "tmall.hk");

    private final OpenPlatform platform;
    private final String adzoneId;

    OpenPlatformGoods(OpenPlatform platform, String adzoneId) {
        this.platform = platform;
        this.adzoneId = adzoneId;
    }

    @Override
    public Outcome<GoodsOffers> search(GoodsSearch wish, Task task) {
        Understood meant = Understanding.of(wish);
        String words = words(wish, meant);
        if (words.isEmpty()) {
            return Outcome.done(new GoodsOffers(List.of(), 0, meant, List.of(), null));
        }
        int page = Math.max(1, Objects.requireNonNullElse(wish.page(), 1));
        JsonNode answer = platform.call(SEARCH, query(words, meant, page));
        List<Item> items =
                answer.path("result_list")
                        .path("map_data")
                        .valueStream()
                        .flatMap(node -> Item.of(node).stream())
                        .filter(item -> affordable(item, meant))
                        .filter(item -> says(item.shop(), wish.seller()))
                        .sorted(order(meant))
                        .toList();
        int found = answer.path("total_results").asInt(items.size());
        return Outcome.done(
                new GoodsOffers(
                        items.stream().map(item -> item.offer(fits(meant), task)).toList(),
                        Math.max(found, items.size()),
                        meant,
                        List.of(),
                        found > PAGE * page ? page + 1 : null));
    }

    /** The platform has one field for words: brand, category and properties go into it. */
    private static String words(GoodsSearch wish, Understood meant) {
        String filters =
                String.join(
                        " ",
                        Objects.requireNonNullElse(wish.brand(), ""),
                        Objects.requireNonNullElse(wish.category(), ""),
                        String.join(" ", meant.attributes()));
        return (meant.text() + " " + filters).strip().replaceAll("\\s+", " ");
    }

    private Map<String, String> query(String words, Understood meant, int page) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", words);
        query.put("adzone_id", adzoneId);
        query.put("page_no", String.valueOf(page));
        query.put("page_size", String.valueOf(PAGE));
        // The platform's own limit looks at the price before coupons: only the lower one is safe.
        query.put("start_price", meant.minPrice() == null ? "" : meant.minPrice().toString());
        query.put("sort", meant.sort() == Sort.SALES ? "total_sales_des" : "");
        return query;
    }

    private static Comparator<Item> order(Understood meant) {
        return meant.sort() == Sort.PAYABLE
                ? Comparator.comparingLong(Item::payableFen)
                : Comparator.comparingInt(item -> 0);
    }

    private static List<String> fits(Understood meant) {
        return meant.maxPrice() == null ? List.of() : List.of("≤%d元".formatted(meant.maxPrice()));
    }

    private static boolean affordable(Item item, Understood meant) {
        Integer most = meant.maxPrice();
        Integer least = meant.minPrice();
        return (most == null || item.payableFen() <= most * 100L)
                && (least == null || item.payableFen() >= least * 100L);
    }

    private static boolean says(String has, @Nullable String wanted) {
        return wanted == null || has.contains(wanted.strip());
    }

    @Override
    public Outcome<GoodsDetail> detail(DetailOf wish, Task task) {
        return item(wish.skuId())
                .map(item -> Outcome.done(detail(item, task)))
                .orElseGet(() -> unknown(wish.skuId(), task));
    }

    private static GoodsDetail detail(Item item, Task task) {
        return new GoodsDetail(
                item.id(),
                item.title(),
                item.brand(),
                item.category(),
                item.shop(),
                item.sellerId(),
                item.image(),
                "",
                List.of(),
                Money.cny(item.listFen()),
                Money.cny(item.payableFen()),
                item.lines(task),
                item.reasons(task),
                item.depositFen() == null ? null : Money.cny(item.depositFen()),
                List.of(),
                null,
                List.of(),
                null,
                "");
    }

    @Override
    public Outcome<PurchaseLink> link(LinkTo wish, Task task) {
        Item item = item(wish.skuId()).orElse(null);
        if (item == null) {
            return unknown(wish.skuId(), task);
        }
        if (!ours(item.link())) {
            return Refusals.refused(
                    task,
                    "NO_LINK",
                    "淘宝没有给出“%s”的购买链接，请换一个商品。".formatted(item.title()),
                    "Taobao gives no link to buy '%s'; choose another one."
                            .formatted(item.title()));
        }
        return Outcome.done(
                new PurchaseLink(
                        item.id(),
                        item.title(),
                        item.shop(),
                        Money.cny(item.payableFen()),
                        item.link(),
                        Refusals.in(
                                task,
                                "没有下单：淘宝不开放代买家下单，请自己打开链接购买，价格以页面为准。",
                                "Nothing was ordered: Taobao takes no orders from agents. Open the link to buy; the page's price counts.")));
    }

    private static boolean ours(String link) {
        try {
            URI uri = URI.create(link);
            String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
            return "https".equals(uri.getScheme())
                    && OURS.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<Item> item(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            return Optional.empty();
        }
        JsonNode results = platform.call(DETAIL, Map.of("item_id", id)).path("results");
        JsonNode items =
                results.has("tbk_item_detail")
                        ? results.path("tbk_item_detail")
                        : results.path("n_tbk_item");
        return items.valueStream().flatMap(node -> Item.of(node).stream()).findFirst();
    }

    private static <O> Outcome<O> unknown(String skuId, Task task) {
        return Refusals.refused(
                task,
                "UNKNOWN_SKU",
                "没有编号为“%s”的商品，请先用goods.search查找。".formatted(skuId),
                "There is no item '%s'. Take a skuId from goods.search.".formatted(skuId));
    }
}
