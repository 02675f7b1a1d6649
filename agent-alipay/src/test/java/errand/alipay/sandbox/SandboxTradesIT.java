package errand.alipay.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Trades;
import errand.alipay.wallet.TradesContract;
import errand.testkit.TestDatabase;

class SandboxTradesIT extends TradesContract {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);

    @Override
    protected Trades trades() {
        return sandbox.trades();
    }

    @Override
    protected String paid(String user, PaymentLine... lines) {
        return new Person(sandbox, user).pay(lines).captureId();
    }
}
