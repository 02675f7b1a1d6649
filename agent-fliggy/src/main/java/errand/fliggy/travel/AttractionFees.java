package errand.fliggy.travel;

import errand.agent.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What it costs to cancel tickets of an attraction: nothing before the day, then everything. */
public final class AttractionFees {

    /** As shown to the person. */
    public static final String TERMS = "游玩日前一天24:00前免费退；游玩当天不可退";

    private AttractionFees() {}

    public static Money of(Money total, LocalDate day, ZoneId zone, Instant now) {
        return now.isBefore(day.atStartOfDay(zone).toInstant())
                ? new Money(0, total.currency())
                : total;
    }
}
