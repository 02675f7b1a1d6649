package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.World;
import errand.taobao.market.Delivery;
import errand.taobao.market.DetailOf;
import errand.taobao.market.Goods;
import errand.taobao.market.GoodsDetail;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.Understanding;
import errand.taobao.market.Understood;
import errand.taobao.market.Variant;
import errand.taobao.sandbox.Pricing.Priced;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goods of the sandbox world, to look at. */
final class SandboxGoods implements Goods {

    private static final int PAGE = 20;

    private final Catalogue catalogue;
    private final Pricing pricing;

    SandboxGoods(Catalogue catalogue, Pricing pricing) {
        this.catalogue = catalogue;
        this.pricing = pricing;
    }

    @Override
    public Outcome<GoodsOffers> search(GoodsSearch wish, Task task) {
        Understood meant = Understanding.of(wish);
        List<Good> fitting = fitting(wish, meant, World.today(task.now()));
        Shelf shelf = pricing.look(fitting, task);
        List<Priced> onSale =
                pricing.prices(fitting, shelf, task).stream()
                        .filter(priced -> priced.left() > 0)
                        .filter(priced -> affordable(priced.payable(), meant))
                        .sorted(order(meant))
                        .toList();
        List<Priced> distinct = onePerModel(onSale);
        int page = Math.max(1, Objects.requireNonNullElse(wish.page(), 1));
        List<Priced> shown = distinct.stream().skip((long) PAGE * (page - 1)).limit(PAGE).toList();
        return Outcome.done(
                new GoodsOffers(
                        shown.stream()
                                .map(it -> pricing.offer(it, shelf, fits(it, meant), task))
                                .toList(),
                        distinct.size(),
                        meant,
                        Facets.of(onSale.stream().map(Priced::good).toList()),
                        distinct.size() > PAGE * page ? page + 1 : null));
    }

    private List<Good> fitting(GoodsSearch wish, Understood meant, LocalDate today) {
        List<Term> properties =
                meant.attributes().stream().flatMap(each -> Said.terms(each).stream()).toList();
        return named(wish, meant).stream()
                .filter(good -> contains(good.product().category(), wish.category()))
                .filter(good -> contains(good.product().brand(), wish.brand()))
                .filter(good -> contains(good.seller().name(), wish.seller()))
                .filter(good -> catalogue.shops().has(good, properties))
                .filter(good -> inTime(good.arrives(today), wish.deliverBy()))
                .toList();
    }

    /** By words, or, where there are none, all that the filters are about. */
    private List<Good> named(GoodsSearch wish, Understood meant) {
        boolean filtered = wish.category() != null || wish.brand() != null || wish.seller() != null;
        return meant.text().isEmpty() && filtered
                ? catalogue.goods()
                : catalogue.about(meant.text());
    }

    private Comparator<Priced> order(Understood meant) {
        Comparator<Priced> cheapest = Comparator.comparingLong(priced -> priced.payable().amount());
        return switch (meant.sort()) {
            case PAYABLE -> cheapest;
            case SALES ->
                    Comparator.comparingInt((Priced it) -> -catalogue.sold(it.good()))
                            .thenComparing(cheapest);
            case FASTEST ->
                    Comparator.comparing((Priced it) -> it.basket().arrives())
                            .thenComparing(cheapest);
            case RELEVANCE -> {
                Map<Product, Double> ranks = catalogue.shops().ranks(meant.text());
                yield Comparator.comparingDouble(
                                (Priced it) -> -ranks.getOrDefault(it.good().product(), 0.0))
                        .thenComparing(cheapest);
            }
        };
    }

    /** Of a model in several colours one is enough to choose from, per seller. */
    private static List<Priced> onePerModel(List<Priced> onSale) {
        Map<String, Priced> first = new LinkedHashMap<>();
        for (Priced priced : onSale) {
            Good good = priced.good();
            first.putIfAbsent(good.product().model() + "/" + good.seller().id(), priced);
        }
        return List.copyOf(first.values());
    }

    private List<String> fits(Priced priced, Understood meant) {
        List<String> fits = new ArrayList<>(catalogue.shops().fits(meant.text(), priced.good()));
        fits.addAll(meant.attributes());
        if (meant.maxPrice() != null) {
            fits.add("≤%d元".formatted(meant.maxPrice()));
        }
        return fits;
    }

    private static boolean affordable(Money payable, Understood meant) {
        Integer most = meant.maxPrice();
        Integer least = meant.minPrice();
        return (most == null || payable.amount() <= most * 100L)
                && (least == null || payable.amount() >= least * 100L);
    }

    private static boolean inTime(LocalDate arrives, @Nullable LocalDate by) {
        return by == null || !arrives.isAfter(by);
    }

    private static boolean contains(String has, @Nullable String wanted) {
        return wanted == null
                || has.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Outcome<GoodsDetail> detail(DetailOf wish, Task task) {
        Good good = catalogue.good(wish.skuId()).orElse(null);
        return good == null
                ? Wording.unknownSku(task, wish.skuId())
                : Outcome.done(detail(good, task));
    }

    private GoodsDetail detail(Good good, Task task) {
        List<Good> same = catalogue.variants(good);
        Shelf shelf = pricing.look(same, task);
        Perks perks = pricing.perks(task);
        LocalDate today = World.today(task.now());
        Priced priced = pricing.price(good, good.minimum(), perks, shelf, today);
        Product product = good.product();
        return new GoodsDetail(
                good.skuId(),
                good.title(),
                product.brand(),
                product.category(),
                good.seller().name(),
                good.seller().id(),
                good.image(),
                catalogue.description(good),
                product.attributes(),
                priced.price(shelf),
                priced.payable(),
                priced.bill().lines(),
                priced.bill().reasons(task),
                Pricing.deposit(good),
                good.tiers(),
                priced.left(),
                same.stream()
                        .map(it -> pricing.price(it, it.minimum(), perks, shelf, today))
                        .map(it -> variant(it, shelf))
                        .toList(),
                delivery(priced, today),
                Refusals.in(task, SellersBasket.TERMS, SellersBasket.ENGLISH_TERMS));
    }

    private static Variant variant(Priced priced, Shelf shelf) {
        Good good = priced.good();
        return new Variant(
                good.skuId(),
                good.title(),
                good.product().attributes(),
                priced.price(shelf),
                priced.payable(),
                priced.left(),
                good.image());
    }

    private static Delivery delivery(Priced priced, LocalDate today) {
        Seller seller = priced.good().seller();
        LocalDate arrives = priced.basket().arrives();
        return new Delivery(
                arrives,
                (int) today.until(arrives, ChronoUnit.DAYS),
                Money.cny(priced.bill().shipping()),
                Money.cny(seller.freeFromFen()));
    }
}
