package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
public record GoodsSearch(
        @Describe(
                        "What, in the person's words, Chinese or English: 轻薄本, light laptop, 团建 活动物资, gift for mum")
                String text,
        @Describe(
                        "At most this many whole yuan (元, not fen) for one piece, all discounts and shipping counted")
                @Nullable Integer maxPrice,
        @Describe("Must arrive by this day (送达日期), YYYY-MM-DD") @Nullable LocalDate deliverBy) {}
