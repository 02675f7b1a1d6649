package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.World;
import errand.taobao.market.GoodsOffer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goods cost one person today, and how many are left. */
final class Pricing {

    private final Catalogue catalogue;
    private final Shelves shelves;
    private final Claims claims;
    private final Members members;

    Pricing(Catalogue catalogue, Shelves shelves, Claims claims, Members members) {
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.claims = claims;
        this.members = members;
    }

    /**
     * A good as it is today.
     *
     * @param payable what so many cost in the end
     */
    record Priced(Good good, SellersBasket basket, Bill bill, Money payable, int left) {

        Money price(Shelf shelf) {
            return basket.price(good, shelf);
        }
    }

    /** What makes things cheaper for the person of the task. */
    Perks perks(Task task) {
        List<CouponRule> claimed =
                claims.usable(task.user(), task.now()).stream()
                        .flatMap(id -> catalogue.coupons().rule(id).stream())
                        .toList();
        return new Perks(members.has(task.user()), claimed);
    }

    Shelf look(List<Good> goods, Task task) {
        return shelves.look(
                goods.stream().map(Good::skuId).toList(),
                List.of(World.today(task.now())),
                task.now());
    }

    Priced price(Good good, int quantity, Perks perks, Shelf shelf, LocalDate today) {
        Slip slip = new Slip(today, List.of(new Slip.Wanted(good.skuId(), quantity)), "");
        SellersBasket basket = SellersBasket.of(catalogue, slip, perks);
        Bill bill = basket.bill(shelf);
        return new Priced(good, basket, bill, bill.total(), basket.left(shelf));
    }

    /** One piece of each, in their order. */
    List<Priced> prices(List<Good> goods, Shelf shelf, Task task) {
        Perks perks = perks(task);
        LocalDate today = World.today(task.now());
        return goods.stream().map(good -> price(good, 1, perks, shelf, today)).toList();
    }

    GoodsOffer offer(Priced priced, Shelf shelf, List<String> fits, Task task) {
        Good good = priced.good();
        Product product = good.product();
        return new GoodsOffer(
                good.skuId(),
                good.title(),
                good.seller().name(),
                priced.price(shelf),
                priced.payable(),
                priced.bill().reasons(task),
                priced.basket().arrives(),
                product.brand(),
                product.category(),
                product.attributes(),
                good.image(),
                deposit(good),
                catalogue.sold(good),
                fits);
    }

    static @Nullable Money deposit(Good good) {
        return good.depositFen() == null ? null : Money.cny(good.depositFen());
    }

    static String yuan(Task task, Money money) {
        return Refusals.yuan(money) + Refusals.in(task, "元", " yuan");
    }
}
