package errand.taobao;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
record GoodsSearch(
        @Describe("What, in words: 轻薄本, 团建 活动物资") String text,
        @Describe("At most this for one piece") @Nullable Money maxPrice,
        @Describe("Must arrive by this day, YYYY-MM-DD") @Nullable LocalDate deliverBy) {}
