package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import org.jspecify.annotations.Nullable;

/** Whom to send money, and how much. */
public record QuoteTransfer(
        @Describe(
                        "Contact as the person says it (妈妈), real name, or Alipay account; 'me' (自己) tops up the own balance (充值)")
                String to,
        @Describe("How much shall arrive") Money amount,
        @Describe("From where; the default method when not said. Credit (花呗) cannot be sent")
                @Nullable Method method,
        @Describe("Remark (备注) the other side sees") @Nullable String note) {}
