package errand.testkit;

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

    /** What was done; anything else fails the test and is shown. */
    public static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).as("%s", outcome).isInstanceOf(Done.class);
        return ((Done<O>) outcome).output();
    }

    /** The refusal; anything else fails the test and is shown. */
    public static Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).as("%s", outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }

    /** How many of them were done. */
    public static long doneOf(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream().filter(Done.class::isInstance).count();
    }

    /** The same work by so many at once, each on a virtual thread of its own. */
    public static <O> List<O> race(int runners, Callable<O> work) throws Exception {
        return race(Collections.nCopies(runners, work));
    }

    /** Each on a virtual thread of its own, all at once; what came of them, in their order. */
    public static <O> List<O> race(List<Callable<O>> works) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<O> outcomes = new ArrayList<>();
            for (Future<O> future : threads.invokeAll(works)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    /** As the runtime does with a refusal: nothing of it stays. */
    public static <O> Outcome<O> rolledBack(DataSource data, Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(data))
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return work.get();
                                }));
    }
}
