package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Task;

/** The daily reconciliation (对账单). */
public interface Books {

    /** The person's own accounts and payments. Refused: {@code BAD_DAY} for a day to come. */
    Outcome<DailyReport> reconcile(Reconcile wish, Task task);
}
