package errand.amap.rides;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * What it costs to cancel a ride: nothing within two minutes of ordering or until half an hour
 * before pick-up, then a fifth (5 yuan at least), in the last five minutes half (10 yuan at least).
 */
public final class RideFees {

    /** As shown to the person. */
    public static final String TERMS =
            "下单2分钟内或上车前30分钟以上免费取消；之后取消收取20%（至少5元）；上车前5分钟内收取50%（至少10元）；上车时间后不可取消";

    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(2);
    private static final Duration EARLY = Duration.ofMinutes(30);
    private static final Duration ON_THE_WAY = Duration.ofMinutes(5);

    private RideFees() {}

    /** Rounded up to whole yuan, never more than the total. Only for moments before pick-up. */
    public static Money of(Money total, Instant orderedAt, Instant pickUpAt, Instant now) {
        boolean free =
                now.isBefore(orderedAt.plus(SECOND_THOUGHTS))
                        || !now.isAfter(pickUpAt.minus(EARLY));
        if (free) {
            return new Money(0, total.currency());
        }
        return now.isBefore(pickUpAt.minus(ON_THE_WAY))
                ? share(total, 20, 500)
                : share(total, 50, 1_000);
    }

    private static Money share(Money total, int percent, long least) {
        long fee = Math.max(least, Math.ceilDiv(total.amount() * percent, 10_000) * 100);
        return new Money(Math.min(total.amount(), fee), total.currency());
    }
}
