package errand.runtime.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.Changes;
import errand.agent.reservation.QuoteChange;

/** A business whose wares are sold, and what was sold is changed, at a {@link Counter}. */
public abstract class SoldAtCounter extends SoldAtDesk implements Changes {

    private final ChangeDesk changes;

    protected SoldAtCounter(Counter counter) {
        super(counter.desk());
        this.changes = counter.changes();
    }

    @Override
    public final Outcome<ChangeQuoted> quoteChange(QuoteChange wish, Task task) {
        return changes.quoteChange(wish, task);
    }

    @Override
    public final Outcome<Changed> change(ChangeBooking wish, Task task) {
        return changes.change(wish, task);
    }
}
