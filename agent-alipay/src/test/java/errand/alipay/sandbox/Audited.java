package errand.alipay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests after each of which the books must be right. */
@Tag("integration")
abstract class Audited {

    static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");
    static final JdbcClient DB = JdbcClient.create(DATABASE);

    @AfterEach
    void the_books_are_right() {
        assertThat(one("select sum from alipay.ledger_sum")).isZero();
        assertThat(one("select held - reserved from alipay.ledger_sum")).isZero();
        assertThat(DB.sql("select * from alipay.account_differs").query().listOfRows()).isEmpty();
        assertThat(one("select count(*) from alipay.account where balance < lowest")).isZero();
        assertThat(one("select captured from alipay.ledger_sum"))
                .isEqualTo(
                        one(
                                """
                                select coalesce(sum(amount), 0) from alipay.entry
                                where account_id like 'merchant:%'
                                """));
    }

    static long one(String sql) {
        return DB.sql(sql).query(Long.class).single();
    }
}
