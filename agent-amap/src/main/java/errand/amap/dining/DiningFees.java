package errand.amap.dining;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;

/** What it costs to cancel a table: nothing until two hours before, then the deposit. */
public final class DiningFees {

    /** As shown to the person where there is a deposit. */
    public static final String WITH_DEPOSIT = "用餐2小时前取消全额退订金；之后取消订金不退；到店后订金抵扣餐费";

    /** As shown to the person where there is none. */
    public static final String FREE = "免订金，可随时取消；超过用餐时间15分钟未到不再保留";

    private static final Duration EARLY = Duration.ofHours(2);

    private DiningFees() {}

    public static Money of(Money deposit, Instant seatedAt, Instant now) {
        return now.isAfter(seatedAt.minus(EARLY)) ? deposit : new Money(0, deposit.currency());
    }
}
