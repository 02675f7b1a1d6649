package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Payee;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.PaymentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many more buyers than connections, all at one shop. */
class CrowdIT extends Audited {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdIT.class);
    private static final int BUYERS = 1_000;
    private static final int CONNECTIONS = 10;
    private static final Payee SHOP = new Payee("flash:crowd", "奶茶店");

    @Test
    @Timeout(120)
    void a_thousand_buyers_on_ten_connections_all_pay_one_shop() throws Exception {
        try (HikariDataSource pool = bounded()) {
            Sandbox sandbox = Sandbox.on(pool, 10_000);
            List<Callable<Outcome<Captured>>> buyers = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                Person buyer = new Person(sandbox, "buyer-" + i);
                buyers.add(() -> buy(buyer));
            }
            Instant began = Instant.now();

            List<Outcome<Captured>> outcomes = race(buyers);

            LOG.info(
                    "{} buyers authorised and captured on {} connections in {}",
                    BUYERS,
                    CONNECTIONS,
                    Duration.between(began, Instant.now()));
            assertThat(outcomes).hasSize(BUYERS).allMatch(Done.class::isInstance);
            assertThat(pool.getHikariPoolMXBean().getTotalConnections())
                    .isLessThanOrEqualTo(CONNECTIONS);
        }
        assertThat(
                        one(
                                "select sum(amount) from alipay.entry where account_id = 'merchant:flash:crowd'"))
                .isEqualTo(BUYERS * 1_900L);
        assertThat(one("select count(*) from alipay.capture where user_id like 'buyer-%'"))
                .isEqualTo(BUYERS);
    }

    private static Outcome<Captured> buy(Person buyer) {
        PaymentLine tea = line(SHOP, 1_900);
        return buyer.authorise(tea).then((Authorised authorised) -> buyer.capture(authorised, tea));
    }

    /** As in production, but for how long a buyer may wait for a connection. */
    private static HikariDataSource bounded() {
        HikariConfig config = new HikariConfig();
        DATABASE.copyStateTo(config);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(60_000);
        config.setPoolName("crowd");
        return new HikariDataSource(config);
    }
}
