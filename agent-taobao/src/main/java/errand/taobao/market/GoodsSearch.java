package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for: free text, filters, or both; a filter counts where the text says less. */
public record GoodsSearch(
        @Describe(
                        "What, in the person's words, Chinese or English: 轻薄本, light laptop, 团建 活动物资, gift for mum;"
                                + " a price said in it counts too (3000以内的轻薄本). May be empty when category, brand or seller is given")
                String text,
        @Describe(
                        "At most this many whole yuan (元, not fen) for one piece, all discounts and shipping counted")
                @Nullable Integer maxPrice,
        @Describe("Must arrive by this day (送达日期), YYYY-MM-DD") @Nullable LocalDate deliverBy,
        @Describe("At least this many whole yuan for one piece, counted like maxPrice")
                @Nullable Integer minPrice,
        @Describe("Category (类目) as facets name it: 笔记本电脑") @Nullable String category,
        @Describe("Brand (品牌)") @Nullable String brand,
        @Describe("Shop (店铺), its name or part of it") @Nullable String seller,
        @Describe("All of these must be said of it, Chinese or English: 黑色, 16G, women")
                @Nullable List<String> attributes,
        @Describe("What comes first; PAYABLE when not said") @Nullable Sort sort,
        @Describe("Page of 20 offers, from 1; the first when not said") @Nullable Integer page) {

    public GoodsSearch {
        attributes = attributes == null ? null : List.copyOf(attributes);
    }

    /** Words, a highest price in yuan and a day of arrival; no other filter. */
    public static GoodsSearch about(
            String text, @Nullable Integer maxPrice, @Nullable LocalDate deliverBy) {
        return new GoodsSearch(text, maxPrice, deliverBy, null, null, null, null, null, null, null);
    }
}
