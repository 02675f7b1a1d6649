package errand.fliggy.travel;

import errand.agent.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What it costs to cancel a hotel: free until 18:00 of the day before arrival, then the first
 * night, after 18:00 of the day of arrival everything.
 */
public final class HotelFees {

    /** As shown to the person. */
    public static final String TERMS = "入住前一天18:00前免费取消；之后取消收取首晚房费；入住当天18:00后不可退";

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private HotelFees() {}

    /**
     * @param nights what each night costs for all rooms, the first night first
     */
    public static Money of(List<Money> nights, LocalDate checkIn, ZoneId zone, Instant now) {
        Money first = nights.getFirst();
        if (now.isBefore(checkIn.minusDays(1).atTime(EVENING).atZone(zone).toInstant())) {
            return new Money(0, first.currency());
        }
        if (now.isBefore(checkIn.atTime(EVENING).atZone(zone).toInstant())) {
            return first;
        }
        return nights.stream().reduce(new Money(0, first.currency()), Money::plus);
    }
}
