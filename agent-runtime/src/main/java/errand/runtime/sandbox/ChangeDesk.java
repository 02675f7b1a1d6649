package errand.runtime.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.Changes;
import errand.agent.reservation.QuoteChange;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/** Changes of bookings, each in one transaction, the caller's when there is one. */
public final class ChangeDesk implements Changes {

    private final TransactionOperations transactions;
    private final Exchanging exchanging;

    ChangeDesk(TransactionOperations transactions, Exchanging exchanging) {
        this.transactions = transactions;
        this.exchanging = exchanging;
    }

    @Override
    public Outcome<ChangeQuoted> quoteChange(QuoteChange wish, Task task) {
        return Objects.requireNonNull(transactions.execute(status -> exchanging.quote(wish, task)));
    }

    @Override
    public Outcome<Changed> change(ChangeBooking wish, Task task) {
        return Objects.requireNonNull(
                transactions.execute(status -> exchanging.change(wish, task)));
    }
}
