package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import org.jspecify.annotations.Nullable;

/** One way to pay, as it stands now. */
public record MethodState(
        @Describe("What a payment names") Method method,
        @Describe("Its name as people say it") String title,
        @Describe("What can be spent with it now; of credit (花呗), what is left of the limit")
                Money available,
        @Describe("Most for one payment; absent when there is no such limit")
                @Nullable Money perPayment,
        @Describe("Most in one day; absent when there is no such limit") @Nullable Money perDay,
        @Describe("How much of the day's limit is left; absent when there is none")
                @Nullable Money leftToday,
        @Describe("Whether a payment that names no method is made with it") boolean isDefault,
        @Describe("Whether it may be used; a method can be switched off") boolean enabled) {}
