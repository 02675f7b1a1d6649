package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.PaymentLine;
import java.util.List;

/** Money reserved for some quotes of one person. */
record Authorisation(String id, String user, State state, List<PaymentLine> lines) {

    /** Open, or how it ended. */
    enum State {
        OPEN,
        CAPTURED,
        VOIDED
    }

    Authorisation {
        lines = List.copyOf(lines);
    }

    /** Where its money lies. */
    String account() {
        return "held:" + id;
    }

    Money total() {
        return sum(lines);
    }

    static Money sum(List<PaymentLine> lines) {
        return lines.stream().map(PaymentLine::amount).reduce(Money.cny(0), Money::plus);
    }
}
