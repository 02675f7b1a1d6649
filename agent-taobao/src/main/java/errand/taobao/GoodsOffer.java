package errand.taobao;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;

/** One thing one can buy. */
record GoodsOffer(
        @Describe("What goods.quote will take") String skuId,
        @Describe("What it is") String title,
        @Describe("Category") String category,
        @Describe("Shop") String seller,
        @Describe("For one piece") Money price,
        @Describe("1 to 5") double rating,
        @Describe("Pieces sold in a month") int sold,
        @Describe("When it arrives if ordered today") LocalDate arrivesBy) {}
