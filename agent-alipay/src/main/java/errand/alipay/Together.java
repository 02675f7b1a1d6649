package errand.alipay;

import errand.agent.Outcome;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Does each operation in one transaction, the caller's when there is one. */
public record Together(TransactionOperations transactions) {

    public <O> Outcome<O> run(Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
