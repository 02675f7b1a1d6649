package errand.fliggy.travel;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * What it costs to hand back or change flight tickets: per cent of the fare, in four steps by the
 * time until departure, more in a cheap cabin. The airport fee and fuel are given back whole.
 *
 * <p>The Civil Aviation Administration's rules for passenger service on public air transport (2021)
 * ask for published, stepped fees and leave the figures to the airlines; the figures here lie
 * within what Chinese airlines publish for domestic fares and are those of no particular one.
 */
public final class FlightFees {

    private static final long YUAN = 100;

    private FlightFees() {}

    /** As shown to the person. */
    public static String terms(Cabin cabin) {
        return "退票：起飞前7天以上%d%%，7天至48小时%d%%，48至4小时%d%%，4小时内%d%%；改期：%d%%／%d%%／%d%%／%d%%加差价；机建燃油全退；起飞后不可退改"
                .formatted(
                        refund(cabin, 0),
                        refund(cabin, 1),
                        refund(cabin, 2),
                        refund(cabin, 3),
                        change(cabin, 0),
                        change(cabin, 1),
                        change(cabin, 2),
                        change(cabin, 3));
    }

    /** Fee for handing back so many tickets of one fare; departure must still be ahead. */
    public static Money ofCancelling(
            Cabin cabin, Money fare, int tickets, Instant departs, Instant now) {
        return share(fare, refund(cabin, step(departs, now))).times(tickets);
    }

    /** Fee for changing so many tickets of one fare, beside a difference in price. */
    public static Money ofChanging(
            Cabin cabin, Money fare, int tickets, Instant departs, Instant now) {
        return share(fare, change(cabin, step(departs, now))).times(tickets);
    }

    /** Per cent of the fare that a change takes now. */
    public static int changePercent(Cabin cabin, Instant departs, Instant now) {
        return change(cabin, step(departs, now));
    }

    private static int step(Instant departs, Instant now) {
        Duration ahead = Duration.between(now, departs);
        if (ahead.compareTo(Duration.ofDays(7)) >= 0) {
            return 0;
        }
        if (ahead.compareTo(Duration.ofHours(48)) >= 0) {
            return 1;
        }
        return ahead.compareTo(Duration.ofHours(4)) >= 0 ? 2 : 3;
    }

    private static int refund(Cabin cabin, int step) {
        return switch (cabin) {
            case ECONOMY -> new int[] {10, 30, 50, 80}[step];
            case BUSINESS -> new int[] {5, 10, 15, 30}[step];
            case FIRST -> new int[] {0, 5, 10, 20}[step];
        };
    }

    private static int change(Cabin cabin, int step) {
        return switch (cabin) {
            case ECONOMY -> new int[] {5, 15, 25, 40}[step];
            case BUSINESS -> new int[] {0, 5, 10, 20}[step];
            case FIRST -> new int[] {0, 0, 5, 10}[step];
        };
    }

    /** To whole yuan, as airlines round. */
    private static Money share(Money fare, int percent) {
        long exact = fare.amount() * percent;
        return new Money((exact + 50 * YUAN) / (100 * YUAN) * YUAN, fare.currency());
    }
}
