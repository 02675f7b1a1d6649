package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a method cannot pay, and what could: the details of a refusal. */
public record Shortfall(
        @Describe("Free to spend with the method that was tried") Money balance,
        @Describe("How much is missing") Money missing,
        @Describe("The method that was tried") Method method,
        @Describe("Methods that could pay it now") List<MethodState> otherMethods,
        @Describe("Top up (充值) the balance so that it is enough; absent when it would not help")
                @Nullable TopUp topUp) {

    public Shortfall {
        otherMethods = List.copyOf(otherMethods);
    }

    /** A transfer to oneself that makes the balance enough. */
    public record TopUp(
            @Describe("How much, for transfer.quote") Money amount,
            @Describe("From where, for transfer.quote") Method from) {}
}
