package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.alipay.wallet.Candidate;
import errand.alipay.wallet.Method;

/** A transfer as it was quoted. */
record StoredTransferQuote(
        Quote quote,
        String user,
        Candidate to,
        Method method,
        Money amount,
        Money fee,
        String note) {

    /** To the person's own balance. */
    boolean isTopUp() {
        return to.account().equals(user);
    }
}
