package errand.taobao.sandbox;

import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.World;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.RecommendGoods;
import errand.taobao.market.Recommendations;
import errand.taobao.market.Recommendations.Recommended;
import errand.taobao.market.Understanding;
import errand.taobao.market.Understood;
import errand.taobao.sandbox.Pricing.Priced;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a person may like: what they buy again and again, what goes with what they bought, or what
 * sells well. Their orders are read only when the wish says that they allowed it.
 */
final class Recommending {

    private static final int MOST = 10;

    /** Of one category no more than that, so that there is a choice. */
    private static final int PER_CATEGORY = 3;

    private final Catalogue catalogue;
    private final Pricing pricing;
    private final OrderBook book;

    Recommending(Catalogue catalogue, Pricing pricing, OrderBook book) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.book = book;
    }

    Recommendations of(RecommendGoods wish, Task task) {
        boolean allowed = Boolean.TRUE.equals(wish.fromHistory());
        Understood meant =
                Understanding.of(
                        GoodsSearch.about(
                                Objects.requireNonNullElse(wish.text(), ""),
                                wish.maxPrice(),
                                null));
        List<Good> about =
                meant.text().isEmpty() ? catalogue.goods() : catalogue.about(meant.text());
        List<Order> past = allowed ? book.of(task) : List.of();
        Map<Good, String> chosen = new LinkedHashMap<>();
        again(past, about, task, chosen);
        alike(past, about, task, chosen);
        if (chosen.size() < MOST) {
            sellsWell(about, meant, task, chosen);
        }
        return new Recommendations(
                offers(chosen, meant, task), basis(allowed && !past.isEmpty(), task), allowed);
    }

    private static String basis(boolean fromHistory, Task task) {
        return fromHistory
                ? Refusals.in(task, "根据你自己的购买记录（已获你同意）", "your own orders, as you allowed")
                : Refusals.in(
                        task,
                        "近30天销量，没有使用个人记录",
                        "what sold well in the last month; no personal data");
    }

    /** What was bought more than once. */
    private static void again(
            List<Order> past, List<Good> about, Task task, Map<Good, String> chosen) {
        Map<Good, List<Order>> times = new LinkedHashMap<>();
        for (Order order : past) {
            for (Good good : order.basket().goods()) {
                times.computeIfAbsent(good, fresh -> new ArrayList<>()).add(order);
            }
        }
        times.entrySet().stream()
                .filter(each -> each.getValue().size() > 1 && about.contains(each.getKey()))
                .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
                .limit(PER_CATEGORY)
                .forEach(each -> chosen.put(each.getKey(), boughtAgain(each.getValue(), task)));
    }

    private static String boughtAgain(List<Order> orders, Task task) {
        var last = World.today(orders.getFirst().orderedAt());
        long days = ChronoUnit.DAYS.between(last, World.today(task.now()));
        return Refusals.in(
                task,
                "你买过%d次，上次是%s，已过%d天".formatted(orders.size(), last, days),
                "you bought it %d times, last on %s, %d days ago"
                        .formatted(orders.size(), last, days));
    }

    /** What sells well of a kind that was bought. */
    private void alike(List<Order> past, List<Good> about, Task task, Map<Good, String> chosen) {
        Map<String, String> categories = new LinkedHashMap<>();
        for (Order order : past) {
            Product product = order.basket().first().product();
            categories.putIfAbsent(product.category(), product.title());
        }
        categories.forEach(
                (category, bought) ->
                        about.stream()
                                .filter(good -> good.product().category().equals(category))
                                .filter(good -> !chosen.containsKey(good))
                                .max(Comparator.comparingInt(catalogue::sold))
                                .ifPresent(
                                        good ->
                                                chosen.put(
                                                        good,
                                                        Refusals.in(
                                                                task,
                                                                "因为你买过“%s”".formatted(bought),
                                                                "because you bought '%s'"
                                                                        .formatted(bought)))));
    }

    private void sellsWell(
            List<Good> about, Understood meant, Task task, Map<Good, String> chosen) {
        Map<String, Integer> perCategory = new LinkedHashMap<>();
        boolean wide = meant.text().isEmpty();
        about.stream()
                .sorted(Comparator.comparingInt(good -> -catalogue.sold(good)))
                .filter(
                        good ->
                                !wide
                                        || perCategory.merge(
                                                        good.product().category(), 1, Integer::sum)
                                                <= PER_CATEGORY)
                .limit(20L * MOST)
                .forEach(
                        good ->
                                chosen.putIfAbsent(
                                        good,
                                        Refusals.in(
                                                task,
                                                "近30天售出%d件".formatted(catalogue.sold(good)),
                                                "%d sold in the last month"
                                                        .formatted(catalogue.sold(good)))));
    }

    /** What is in stock and within the price, one per model. */
    private List<Recommended> offers(Map<Good, String> chosen, Understood meant, Task task) {
        List<Good> goods = List.copyOf(chosen.keySet());
        Shelf shelf = pricing.look(goods, task);
        Map<String, Priced> perModel = new LinkedHashMap<>();
        for (Priced priced : pricing.prices(goods, shelf, task)) {
            boolean within =
                    meant.maxPrice() == null
                            || priced.payable().amount() <= meant.maxPrice() * 100L;
            if (priced.left() > 0 && within) {
                perModel.putIfAbsent(priced.good().product().model(), priced);
            }
        }
        Function<Priced, Recommended> recommended =
                priced ->
                        new Recommended(
                                pricing.offer(
                                        priced,
                                        shelf,
                                        catalogue.shops().fits(meant.text(), priced.good()),
                                        task),
                                Objects.requireNonNull(chosen.get(priced.good())));
        return perModel.values().stream().limit(MOST).map(recommended).toList();
    }
}
