package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** Money off one payment (红包, 优惠券); used at most once. */
public record RedPacket(
        @Describe("Id that payment.quote and payment.authorise take") String redPacketId,
        @Describe("What it is, in one line") String title,
        @Describe("How much it takes off") Money amount,
        @Describe("From which total on it may be used (满)") Money minimumSpend,
        @Describe("Whom it may be spent at: a payee id; a trailing * stands for any ending")
                String payees,
        @Describe("Until when") OffsetDateTime expiresAt,
        @Describe("usable, reserved (a payment under way has it), used or expired") String state) {}
