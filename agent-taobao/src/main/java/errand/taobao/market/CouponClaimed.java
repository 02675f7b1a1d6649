package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A coupon the person now has. */
public record CouponClaimed(
        @Describe("The coupon") String couponId,
        @Describe("What it says") String title,
        @Describe("Last day it counts") LocalDate validUntil,
        @Describe("When it was claimed") OffsetDateTime claimedAt) {}
