package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money reserved for some quotes of one person. */
record Authorisation(
        String id,
        String user,
        State state,
        Method method,
        @Nullable String redPacketId,
        Instant at,
        List<Share> shares) {

    /** Open, or how it ended. */
    enum State {
        OPEN,
        CAPTURED,
        VOIDED
    }

    Authorisation {
        shares = List.copyOf(shares);
    }

    /** Where its money lies. */
    String account() {
        return "held:" + id;
    }

    /** Where the person's own money came from. */
    String from() {
        return Purses.account(user, method);
    }

    List<PaymentLine> lines() {
        return shares.stream().map(Share::line).toList();
    }

    Money total() {
        return Lines.sum(lines());
    }

    long charged() {
        return charged(shares);
    }

    /** What a red packet pays. */
    long discount() {
        return total().amount() - charged();
    }

    static long charged(List<Share> shares) {
        return shares.stream().mapToLong(Share::charged).sum();
    }
}
