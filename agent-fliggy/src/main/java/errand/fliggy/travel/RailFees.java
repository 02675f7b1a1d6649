package errand.fliggy.travel;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What it costs to hand back or change train tickets, by the public rules of 12306 for ordinary
 * days, always by ticket, to the nearest half yuan.
 *
 * <p>Handing back: free until 8 days before departure, 5 % until 48 hours, 10 % until 24 hours,
 * then 20 %, at least 2 yuan.
 *
 * <p>Changing (改签), once: free until 48 hours before departure, and later for a train of the same
 * day or an earlier one; for a later day 5 % until 24 hours before departure, then 15 %. Where the
 * new ticket is cheaper, the difference is given back less the fee for handing back that
 * difference. Whoever changes within 8 days of departure to a train more than 8 days ahead pays at
 * least 5 % for handing that one back.
 */
public final class RailFees {

    /** As shown to the person. */
    public static final String TERMS = "开车前8天以上免费退票；8天内至48小时退票费5%；48至24小时10%；不足24小时20%；开车后不可退";

    /** What a ticket costs at least that was changed away from a departure within 8 days. */
    public static final int CHANGED_LATE_PERCENT = 5;

    private static final Duration FREE = Duration.ofDays(8);
    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final long HALF_YUAN = 50;
    private static final long AT_LEAST = 200;

    private RailFees() {}

    /** Fee for so many tickets of one price; departure must still be ahead. */
    public static Money of(Money ticket, int tickets, Instant departs, Instant now) {
        return of(ticket, tickets, departs, now, 0);
    }

    /**
     * @param atLeastPercent of the ticket, whatever the time
     */
    public static Money of(
            Money ticket, int tickets, Instant departs, Instant now, int atLeastPercent) {
        int percent = Math.max(atLeastPercent, percent(Duration.between(now, departs)));
        if (percent == 0 || ticket.amount() == 0) {
            return new Money(0, ticket.currency());
        }
        long fee = Math.min(ticket.amount(), Math.max(AT_LEAST, share(ticket.amount(), percent)));
        return new Money(fee, ticket.currency()).times(tickets);
    }

    /**
     * Fee for changing so many tickets of one price, beside a difference in price.
     *
     * @param departs of the old train, still ahead
     * @param to the day of the new one
     */
    public static Money ofChanging(
            Money ticket, int tickets, Instant departs, LocalDate to, ZoneId zone, Instant now) {
        long fee = share(ticket.amount(), changePercent(departs, to, zone, now));
        return new Money(fee, ticket.currency()).times(tickets);
    }

    /** Per cent of the old price that a change takes now. */
    public static int changePercent(Instant departs, LocalDate to, ZoneId zone, Instant now) {
        Duration ahead = Duration.between(now, departs);
        boolean later = to.isAfter(departs.atZone(zone).toLocalDate());
        if (!later || ahead.compareTo(TWO_DAYS) >= 0) {
            return 0;
        }
        return ahead.compareTo(A_DAY) >= 0 ? 5 : 15;
    }

    /** Whether a change to that departure makes handing back cost at least a little. */
    public static boolean changedLate(Instant departs, Instant newDeparture, Instant now) {
        return Duration.between(now, departs).compareTo(FREE) < 0
                && Duration.between(now, newDeparture).compareTo(FREE) >= 0;
    }

    private static long share(long amount, int percent) {
        return (amount * percent + 100 * HALF_YUAN / 2) / (100 * HALF_YUAN) * HALF_YUAN;
    }

    private static int percent(Duration ahead) {
        if (ahead.compareTo(FREE) >= 0) {
            return 0;
        }
        if (ahead.compareTo(TWO_DAYS) >= 0) {
            return 5;
        }
        return ahead.compareTo(A_DAY) >= 0 ? 10 : 20;
    }
}
