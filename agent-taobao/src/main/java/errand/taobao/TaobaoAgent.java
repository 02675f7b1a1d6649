package errand.taobao;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What Taobao can do so far: find goods. */
@Component
final class TaobaoAgent implements Agent {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 20;

    private final Catalogue catalogue;

    TaobaoAgent(@Value("${errand.world.seed:42}") long seed) {
        this.catalogue = new Catalogue(seed);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("taobao")
                .can("goods.search", GoodsSearch.class, GoodsOffers.class, this::search)
                .described("Finds goods to buy (商品, 购物) by words, highest price and day of arrival")
                .reads();
    }

    private Outcome<GoodsOffers> search(GoodsSearch wish, Task task) {
        LocalDate today = task.now().atZone(ZONE).toLocalDate();
        List<GoodsOffer> offers =
                catalogue.goods().stream()
                        .filter(good -> Catalogue.fit(good, wish.text()) > 0)
                        .filter(good -> affordable(good.price(), wish.maxPrice()))
                        .filter(good -> inTime(today.plusDays(good.shipDays()), wish.deliverBy()))
                        .sorted(
                                Comparator.comparingInt(
                                                (Good good) -> -Catalogue.fit(good, wish.text()))
                                        .thenComparing(good -> good.price().amount()))
                        .limit(MOST)
                        .map(good -> offer(good, today))
                        .toList();
        return Outcome.done(new GoodsOffers(offers));
    }

    private static boolean affordable(Money price, @Nullable Money most) {
        return most == null
                || (most.currency().equals(price.currency()) && price.amount() <= most.amount());
    }

    private static boolean inTime(LocalDate arrives, @Nullable LocalDate by) {
        return by == null || !arrives.isAfter(by);
    }

    private static GoodsOffer offer(Good good, LocalDate today) {
        return new GoodsOffer(
                good.skuId(),
                good.title(),
                good.category(),
                good.seller(),
                good.price(),
                good.rating(),
                good.sold(),
                today.plusDays(good.shipDays()));
    }
}
