package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the person of the demo had bought before: in each of the last twelve months the same cat
 * food, and something else. A function of the seed and the month; prices were a little lower then.
 * All of it was delivered, and can no longer be returned.
 */
final class SeededOrders {

    static final String PREFIX = "T";

    private static final String DEMO = "demo";
    private static final int MONTHS = 12;
    private static final String REGULAR = "成猫粮 鸡肉味";
    private static final List<String> OTHERS =
            List.of("抽纸", "咖啡豆", "洗衣液", "牛奶", "T恤", "保温杯", "台灯", "养花", "科幻小说", "跑鞋");

    private final long seed;
    private final Catalogue catalogue;

    SeededOrders(long seed, Catalogue catalogue) {
        this.seed = seed;
        this.catalogue = catalogue;
    }

    /** Latest first; none for anybody else. */
    List<Order> of(String user, Instant now) {
        List<Order> orders = new ArrayList<>();
        if (user.equals(DEMO)) {
            for (int back = 1; back <= MONTHS; back++) {
                LocalDate month = World.today(now).withDayOfMonth(1).minusMonths(back);
                Chance chance = Chance.of(seed, "history", month);
                int first = chance.between(8, 12);
                int second = chance.between(2, 7);
                String other = OTHERS.get(chance.between(0, OTHERS.size() - 1));
                add(orders, month.withDayOfMonth(first), REGULAR, 1);
                add(orders, month.withDayOfMonth(second), other, chance.between(1, 2));
            }
        }
        return orders;
    }

    private void add(List<Order> orders, LocalDate day, String what, int quantity) {
        catalogue.about(what).stream()
                .findFirst()
                .ifPresent(good -> orders.add(order(good, day, quantity)));
    }

    private Order order(Good good, LocalDate day, int quantity) {
        Slip slip = new Slip(day, List.of(new Slip.Wanted(good.skuId(), quantity)), "");
        SellersBasket basket = SellersBasket.of(catalogue, slip, Perks.MEMBER);
        Chance chance = Chance.of(seed, "bought", good.skuId(), day);
        long fen = Math.max(100, good.fen() * chance.between(90, 97) / 10_000 * 100);
        Bill bill =
                new Bill(
                        good.seller(),
                        List.of(Line.of(good.title(), quantity, Money.cny(fen))),
                        Perks.MEMBER,
                        0);
        LocalTime at = LocalTime.of(chance.between(8, 22), chance.between(0, 59));
        return new Order(
                Ids.ofTask(PREFIX, DEMO + day + good.skuId()),
                basket,
                bill.lines(),
                day.atTime(at).atZone(World.ZONE).toInstant(),
                null,
                List.of());
    }
}
