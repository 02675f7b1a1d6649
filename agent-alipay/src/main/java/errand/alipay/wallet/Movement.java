package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One movement of a person's money. What is only reserved (冻结) has not moved yet. */
public record Movement(
        @Describe("Id an answer may cite") String movementId,
        @Describe("When") OffsetDateTime at,
        @Describe("Why") MovementKind kind,
        @Describe("What it was, in one line") String title,
        @Describe("Where it moved") Method method,
        @Describe("How much; negative when it left") Money amount,
        @Describe(
                        "What that method holds after it, reserved money included; of credit, minus what is owed")
                Money balanceAfter,
        @Describe("Id of the other side") String counterpartId,
        @Describe("Who the other side is") String counterpart,
        @Describe("The capture, refund or transfer it belongs to") String reference,
        @Describe("The quote that was paid; absent when there was none") @Nullable String quoteId,
        @Describe("The order that was paid, where the payment said so") @Nullable String orderId,
        @Describe("The plan that did it; absent when none did") @Nullable String planId) {}
