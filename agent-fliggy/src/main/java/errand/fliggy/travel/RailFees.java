package errand.fliggy.travel;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * What it costs to hand back train tickets: free until 8 days before departure, 5 % until 48 hours,
 * 10 % until 24 hours, then 20 %; by ticket, to the nearest half yuan, at least 2 yuan. These are
 * the public rules of 12306 for ordinary days.
 */
public final class RailFees {

    /** As shown to the person. */
    public static final String TERMS = "开车前8天以上免费退票；8天内至48小时退票费5%；48至24小时10%；不足24小时20%；开车后不可退";

    private static final long HALF_YUAN = 50;
    private static final long AT_LEAST = 200;

    private RailFees() {}

    /** Fee for so many tickets of one price; departure must still be ahead. */
    public static Money of(Money ticket, int tickets, Instant departs, Instant now) {
        int percent = percent(Duration.between(now, departs));
        if (percent == 0) {
            return new Money(0, ticket.currency());
        }
        long exact = ticket.amount() * percent;
        long rounded = (exact + 100 * HALF_YUAN / 2) / (100 * HALF_YUAN) * HALF_YUAN;
        long fee = Math.min(ticket.amount(), Math.max(AT_LEAST, rounded));
        return new Money(fee, ticket.currency()).times(tickets);
    }

    private static int percent(Duration ahead) {
        if (ahead.compareTo(Duration.ofDays(8)) >= 0) {
            return 0;
        }
        if (ahead.compareTo(Duration.ofHours(48)) >= 0) {
            return 5;
        }
        return ahead.compareTo(Duration.ofHours(24)) >= 0 ? 10 : 20;
    }
}
