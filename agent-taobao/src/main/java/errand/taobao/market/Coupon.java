package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** So much off from so much on. */
public record Coupon(
        @Describe("What coupons.claim takes; what is AUTOMATIC needs no claim") String couponId,
        @Describe("What it says: 满300减30") String title,
        @Describe("Shop that honours it; absent: all shops (平台券)") @Nullable String seller,
        @Describe("Counts from this much on, per order and shop") Money from,
        @Describe("What it takes off") Money off,
        @Describe("What can be done with it") CouponState state,
        @Describe("How many are left to claim; absent where it is AUTOMATIC")
                @Nullable Integer left,
        @Describe("Last day it counts; of one that is not claimed: if claimed today")
                @Nullable LocalDate validUntil) {}
