package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests expect of outcomes, alone and in a race. */
public final class Outcomes {

    private Outcomes() {}

    public static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).as("%s", outcome).isInstanceOf(Done.class);
        return ((Done<O>) outcome).output();
    }

    public static Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).as("%s", outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }

    /** All at once, each on a thread of its own. */
    static <O> List<O> race(int runners, Callable<O> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<O> outcomes = new ArrayList<>();
            for (Future<O> future : threads.invokeAll(Collections.nCopies(runners, work))) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    /** As the runtime does with a refusal: nothing of it stays. */
    static <O> Outcome<O> rolledBack(DataSource data, Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(data))
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return work.get();
                                }));
    }
}
