package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.alipay.wallet.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself keeps right in the ledger. */
class LedgerIT extends Audited {

    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private final Person person = Person.somebody(Sandbox.on(DATABASE, 6_000_000));

    @Test
    void the_database_refuses_a_transfer_that_does_not_balance_or_is_changed() {
        Ledger ledger = new Ledger(DB);
        person.balance();

        assertThatThrownBy(
                        () ->
                                transactions.executeWithoutResult(
                                        status ->
                                                ledger.post(
                                                        "ADJUST",
                                                        person.user,
                                                        null,
                                                        NOW,
                                                        List.of(
                                                                new Entry(
                                                                        Purses.account(
                                                                                person.user,
                                                                                Method.BALANCE),
                                                                        5)))))
                .hasStackTraceContaining("does not sum to zero but to 5");
        assertThatThrownBy(() -> DB.sql("delete from alipay.entry").update())
                .hasStackTraceContaining("What is in the ledger stays");
        assertThatThrownBy(
                        () ->
                                transactions.executeWithoutResult(
                                        status ->
                                                ledger.post(
                                                        "ADJUST",
                                                        person.user,
                                                        null,
                                                        NOW,
                                                        List.of(
                                                                new Entry(Ledger.WORLD, 6_000_001),
                                                                new Entry(
                                                                        Purses.account(
                                                                                person.user,
                                                                                Method.BALANCE),
                                                                        -6_000_001)))))
                .hasStackTraceContaining("never_below_its_limit");
        assertThat(person.balance()).isEqualTo(6_000_000);
    }
}
