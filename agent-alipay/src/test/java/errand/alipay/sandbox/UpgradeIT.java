package errand.alipay.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.VoidPayment;
import errand.runtime.work.Migrations;
import errand.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wallets of a version without methods, red packets and parts of refunds go on as they were. */
@Tag("integration")
class UpgradeIT {

    /** 10,000 fen at first; 1,000 reserved; 2,000 paid and given back; 3,000 paid. */
    private static final String[] BEFORE = {
        "insert into alipay.account (account_id, kind, name) values ('wallet:old', 'WALLET', 'old'),"
                + " ('held:A1', 'HELD', 'old'), ('merchant:m', 'MERCHANT', '店')",
        "insert into alipay.transfer (kind, reference, task_key, at) values ('OPEN', 'old', null, now()),"
                + " ('AUTHORISE', 'A1', 'a1', now()), ('CAPTURE', 'A3', 'c3', now())",
        "insert into alipay.entry values (1, 1, 'world', -10000), (1, 2, 'wallet:old', 10000),"
                + " (2, 1, 'wallet:old', -1000), (2, 2, 'held:A1', 1000),"
                + " (3, 1, 'wallet:old', -3000), (3, 2, 'merchant:m', 3000)",
        "insert into alipay.authorisation values ('A1', 'a1', 'old', 1000, 'OPEN', now()),"
                + " ('A2', 'a2', 'old', 2000, 'CAPTURED', now()), ('A3', 'a3', 'old', 3000, 'CAPTURED', now())",
        "insert into alipay.authorised_line values ('A1', 'q1', 'm', '店', 1000, 'RESERVED'),"
                + " ('A2', 'q2', 'm', '店', 2000, 'REFUNDED'), ('A3', 'q3', 'm', '店', 3000, 'CAPTURED')",
        "insert into alipay.capture values ('C2', 'c2', 'A2', 'old', 2000, now(), now()),"
                + " ('C3', 'c3', 'A3', 'old', 3000, now(), null)"
    };

    @Test
    void what_was_reserved_paid_and_given_back_before_stays_so() {
        try (HikariDataSource data = TestDatabase.empty("alipay")) {
            Flyway.configure()
                    .dataSource(data)
                    .schemas("alipay")
                    .locations("classpath:db/alipay")
                    .target("2")
                    .load()
                    .migrate();
            JdbcClient db = JdbcClient.create(data);
            new TransactionTemplate(new JdbcTransactionManager(data))
                    .executeWithoutResult(
                            status -> {
                                for (String sql : BEFORE) {
                                    db.sql(sql).update();
                                }
                            });
            Migrations.migrate(data, "alipay");

            goesOn(db, Sandbox.on(data, 10_000));
        }
    }

    private static void goesOn(JdbcClient db, Sandbox sandbox) {
        Person old = new Person(sandbox, "old");
        assertThat(db.sql("select * from alipay.account_differs").query().listOfRows()).isEmpty();
        assertThat(old.balance()).isEqualTo(6_000);
        assertThat(state(sandbox, old, "C2")).isEqualTo(PaymentState.State.REFUNDED);
        assertThat(done(sandbox.trades().refund(new Refund("C2"), old.task())).refunded())
                .isEqualTo(Money.cny(2_000));
        Refund part = new Refund("C3", Money.cny(1_000), null, null);
        assertThat(done(sandbox.trades().refund(part, old.task())).left())
                .isEqualTo(Money.cny(2_000));
        assertThat(
                        refused(
                                        sandbox.trades()
                                                .refund(
                                                        new Refund("C2", Money.cny(1), null, null),
                                                        old.task()))
                                .code())
                .isEqualTo("REFUND_TOO_MUCH");
        done(sandbox.wallet().release(new VoidPayment("A1"), old.task()));
        assertThat(old.balance()).isEqualTo(8_000);
        assertThat(db.sql("select * from alipay.account_differs").query().listOfRows()).isEmpty();
        assertThat(db.sql("select sum from alipay.ledger_sum").query(Long.class).single()).isZero();
    }

    private static PaymentState.State state(Sandbox sandbox, Person person, String id) {
        return done(sandbox.trades().query(new QueryPayment(id), person.task())).state();
    }
}
