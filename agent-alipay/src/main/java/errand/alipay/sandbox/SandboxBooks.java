package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.Together;
import errand.alipay.wallet.Books;
import errand.alipay.wallet.DailyReport;
import errand.alipay.wallet.Reconcile;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Daily reports of the sandbox: a person's own for a task, everybody's for who runs it. */
public final class SandboxBooks implements Books {

    /** An output is small enough to be a reply. */
    private static final int MOST_ROWS = 200;

    private final Together together;
    private final Report report;

    SandboxBooks(Together together, Report report) {
        this.together = together;
        this.report = report;
    }

    @Override
    public Outcome<DailyReport> reconcile(Reconcile wish, Task task) {
        LocalDate today = World.today(task.now());
        LocalDate day = wish.day() == null ? today : wish.day();
        if (day.isAfter(today)) {
            return Wording.badDay(task, day, today);
        }
        boolean chinese = Refusals.chinese(task);
        return together.run(() -> Outcome.done(report(day, chinese, MOST_ROWS, task.user())));
    }

    /** The whole ledger, every row of it. */
    DailyReport everybody(LocalDate day) {
        return Objects.requireNonNull(
                together.transactions()
                        .execute(status -> report(day, true, Integer.MAX_VALUE, null)));
    }

    private DailyReport report(LocalDate day, boolean chinese, int most, @Nullable String user) {
        List<DailyReport.AccountDay> accounts = report.accounts(day, user);
        List<DailyReport.Difference> differences = report.differences(day, user);
        int leftOut = Math.max(0, accounts.size() - most) + Math.max(0, differences.size() - most);
        return new DailyReport(
                Titles.report(chinese, day, differences.size()),
                day,
                report.sums(day, user),
                first(most, accounts),
                Money.cny(report.ledgerSum()),
                first(most, differences),
                leftOut);
    }

    private static <T> List<T> first(int most, List<T> all) {
        return all.size() <= most ? all : all.subList(0, most);
    }
}
