package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;

/** One thing one can buy, from one seller. */
public record GoodsOffer(
        @Describe("What goods.quote takes") String skuId,
        @Describe("What it is") String title,
        @Describe("Shop (店铺); only what one shop sells can be quoted together") String seller,
        @Describe("List price of one piece (标价)") Money price,
        @Describe("What one piece costs in the end (到手价): member price, coupons, shipping")
                Money payable,
        @Describe("Why that is so: 88VIP 95折, 满3000减200, 包邮") List<String> reasons,
        @Describe("When it arrives if ordered today") LocalDate deliverBy) {}
