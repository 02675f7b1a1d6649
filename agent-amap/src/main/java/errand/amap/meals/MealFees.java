package errand.amap.meals;

import errand.agent.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What it costs to cancel a meal: free until 18:00 of the day before, then 30 %, from noon of the
 * day everything.
 */
public final class MealFees {

    /** As shown to the person. */
    public static final String TERMS = "用餐前一天18:00前免费取消；之后取消收取30%；用餐当天12:00后不可退";

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int PERCENT = 30;

    private MealFees() {}

    /** Rounded up to whole yuan, never more than the total. */
    public static Money of(Money total, LocalDate day, ZoneId zone, Instant now) {
        if (now.isBefore(day.minusDays(1).atTime(EVENING).atZone(zone).toInstant())) {
            return new Money(0, total.currency());
        }
        if (now.isBefore(day.atTime(LocalTime.NOON).atZone(zone).toInstant())) {
            long fee = Math.ceilDiv(total.amount() * PERCENT, 10_000) * 100;
            return new Money(Math.min(total.amount(), fee), total.currency());
        }
        return total;
    }
}
