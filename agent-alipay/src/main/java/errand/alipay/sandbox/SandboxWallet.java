package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Balance;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.ReadBalance;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import errand.alipay.wallet.Wallet;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Wallets of the sandbox; each operation in one transaction, the caller's when there is one. */
public final class SandboxWallet implements Wallet {

    private final TransactionOperations transactions;
    private final Purses purses;
    private final Authorising authorising;
    private final Capturing capturing;

    SandboxWallet(JdbcClient db, TransactionOperations transactions, long openingBalance) {
        Ledger ledger = new Ledger(db);
        Authorisations authorisations = new Authorisations(db);
        this.transactions = transactions;
        this.purses = new Purses(db, ledger, openingBalance);
        this.authorising = new Authorising(ledger, purses, authorisations);
        this.capturing = new Capturing(ledger, authorisations, new Payments(db));
    }

    /** Over a pool whose tables exist; every wallet begins with the same. */
    public static SandboxWallet on(DataSource data, long openingBalance) {
        return new SandboxWallet(
                JdbcClient.create(data),
                new TransactionTemplate(new JdbcTransactionManager(data)),
                openingBalance);
    }

    @Override
    public Outcome<Balance> balance(ReadBalance wish, Task task) {
        return together(
                () ->
                        Outcome.done(
                                new Balance(
                                        Money.cny(purses.balance(task.user(), task.now())),
                                        Money.cny(purses.reserved(task.user())))));
    }

    @Override
    public Outcome<Authorised> authorise(Authorise wish, Task task) {
        return together(() -> authorising.authorise(wish, task));
    }

    @Override
    public Outcome<Captured> capture(Capture wish, Task task) {
        return together(() -> capturing.capture(wish, task));
    }

    @Override
    public Outcome<Voided> release(VoidPayment wish, Task task) {
        return together(() -> authorising.release(wish, task));
    }

    @Override
    public Outcome<Refunded> refund(Refund wish, Task task) {
        return together(() -> capturing.refund(wish, task));
    }

    /** Control of the sandbox: what the wallet holds from now on. */
    void setBalance(String user, long fen, Instant now) {
        transactions.executeWithoutResult(status -> purses.set(user, fen, now));
    }

    private <O> Outcome<O> together(Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
