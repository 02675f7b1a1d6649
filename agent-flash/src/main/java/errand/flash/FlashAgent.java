package errand.flash;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What flash delivery can do so far: find shops nearby and what they sell. */
@Component
final class FlashAgent implements Agent {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int REACH_METRES = 5_000;

    private final Neighbourhood neighbourhood;

    FlashAgent(@Value("${errand.world.seed:42}") long seed) {
        this.neighbourhood = new Neighbourhood(seed);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("flash")
                .can("shop.search", ShopSearch.class, ShopOffers.class, this::search)
                .described(
                        "Finds shops that deliver to a place within the hour (闪购, 外卖) and what they sell")
                .reads();
    }

    private Outcome<ShopOffers> search(ShopSearch wish, Task task) {
        Optional<Area> area = neighbourhood.find(wish.near());
        if (area.isEmpty()) {
            return unknown(task, wish.near());
        }
        LocalTime now = task.now().atZone(ZONE).toLocalTime();
        List<ShopOffer> offers =
                neighbourhood.shops().stream()
                        .map(shop -> offer(shop, area.get(), wish.text(), now))
                        .filter(offer -> !offer.items().isEmpty())
                        .filter(offer -> offer.metres() <= REACH_METRES)
                        .sorted(
                                Comparator.comparing((ShopOffer offer) -> !offer.openNow())
                                        .thenComparing(ShopOffer::metres))
                        .toList();
        return Outcome.done(new ShopOffers(offers));
    }

    private static ShopOffer offer(Shop shop, Area area, String text, LocalTime now) {
        int metres = shop.metresFrom(area.latitude(), area.longitude());
        return new ShopOffer(
                shop.shopId(),
                shop.name(),
                shop.kind(),
                metres,
                shop.openAt(now),
                TIME.format(shop.opens()) + "–" + TIME.format(shop.closes()),
                18 + metres / 250,
                shop.minimumOrder(),
                shop.deliveryFee(),
                items(shop, text));
    }

    /** What the text names; the whole menu when it names the kind of shop. */
    static List<MenuItem> items(Shop shop, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<MenuItem> named =
                shop.menu().stream()
                        .filter(item -> names(wanted, item.title()))
                        .sorted(Comparator.comparing(item -> item.price().amount()))
                        .toList();
        boolean kind = List.of(shop.words().split(" ")).stream().anyMatch(wanted::contains);
        return named.isEmpty() && kind ? shop.menu() : named;
    }

    /** Either way round: 两杯拿铁 names 拿铁 latte, and so does 拿铁 or "oat latte". */
    private static boolean names(String wanted, String title) {
        String[] parts = title.split(" ", 2);
        return title.contains(wanted)
                || wanted.contains(parts[0])
                || (parts.length > 1 && wanted.contains(parts[1]));
    }

    private <O> Outcome<O> unknown(Task task, String near) {
        String zh = "“%s”不在配送范围内或无法识别，目前可送：%s。";
        String en = "'%s' is not a place shops deliver to. They deliver to: %s.";
        return Outcome.refused(
                "UNKNOWN_PLACE",
                (task.lang().startsWith("en") ? en : zh).formatted(near, neighbourhood.offered()));
    }
}
