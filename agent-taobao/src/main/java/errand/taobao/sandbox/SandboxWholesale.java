package errand.taobao.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.World;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.Wholesale;
import errand.taobao.market.WholesaleOffers;
import errand.taobao.market.WholesaleOffers.WholesaleOffer;
import errand.taobao.market.WholesaleSearch;
import errand.taobao.sandbox.Pricing.Priced;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Factories of the sandbox world. */
final class SandboxWholesale implements Wholesale {

    private static final int MOST_OFFERS = 20;
    private static final int MOST_PIECES = 99_999;

    private final Catalogue catalogue;
    private final Pricing pricing;
    private final SandboxCart cart;

    SandboxWholesale(Catalogue catalogue, Pricing pricing, SandboxCart cart) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.cart = cart;
    }

    @Override
    public Outcome<WholesaleOffers> search(WholesaleSearch wish, Task task) {
        Integer wanted = wish.quantity();
        if (wanted != null && (wanted < 1 || wanted > MOST_PIECES)) {
            return Refusals.badQuantity(task, wanted, MOST_PIECES);
        }
        List<Good> found = catalogue.factories().about(wish.text());
        Shelf shelf = pricing.look(found, task);
        LocalDate today = World.today(task.now());
        return Outcome.done(
                new WholesaleOffers(
                        found.stream()
                                .map(good -> offer(good, wish, shelf, today))
                                .filter(offer -> offer.stock() >= offer.quantity())
                                .filter(offer -> affordable(offer, wish))
                                .sorted(
                                        Comparator.comparing(
                                                        (WholesaleOffer offer) -> !offer.enough())
                                                .thenComparing(offer -> offer.unit().amount()))
                                .limit(MOST_OFFERS)
                                .toList()));
    }

    private WholesaleOffer offer(Good good, WholesaleSearch wish, Shelf shelf, LocalDate today) {
        int wanted = Objects.requireNonNullElse(wish.quantity(), good.minimum());
        int quantity = Math.max(wanted, good.minimum());
        Priced priced = pricing.price(good, quantity, Perks.NONE, shelf, today);
        return new WholesaleOffer(
                good.skuId(),
                good.title(),
                good.seller().name(),
                good.minimum(),
                good.tiers(),
                quantity,
                priced.price(shelf),
                priced.payable(),
                wanted >= good.minimum(),
                priced.left(),
                priced.basket().arrives(),
                good.image());
    }

    private static boolean affordable(WholesaleOffer offer, WholesaleSearch wish) {
        Integer most = wish.maxUnitPrice();
        return most == null || offer.unit().amount() <= most * 100L;
    }

    @Override
    public Outcome<Quoted> quote(GoodsQuote wish, Task task) {
        for (GoodsLine line : wish.lines()) {
            boolean retail = catalogue.good(line.skuId()).filter(it -> !it.wholesale()).isPresent();
            if (retail) {
                return Wording.notWholesale(task, line.skuId());
            }
        }
        return cart.quote(wish, task);
    }
}
