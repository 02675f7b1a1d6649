package errand.alipay.live;

import errand.alipay.Services;
import errand.alipay.Together;
import errand.alipay.wallet.Cashier;
import errand.alipay.wallet.Trades;
import errand.runtime.live.Secrets;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.Rsa2;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The live adapter over a gateway on this machine. */
record Live(LiveProperties properties, Gateway gateway, LivePayments payments, Together together) {

    static Live over(AlipayStub stub, DataSource data) {
        LiveProperties properties = properties(stub.gateway(), Duration.ofMillis(800));
        return new Live(
                properties,
                Gateway.of(properties, keys()),
                new LivePayments(JdbcClient.create(data)),
                new Together(new TransactionTemplate(new JdbcTransactionManager(data))));
    }

    static Keys keys() {
        return Keys.of(
                new Secrets(
                        Map.of(
                                Keys.APP_PRIVATE,
                                Rsa2.base64(Rsa2.APP.getPrivate()),
                                Keys.ALIPAY_PUBLIC,
                                Rsa2.base64(Rsa2.ALIPAY.getPublic()))));
    }

    static LiveProperties properties(URI gateway, Duration answerWithin) {
        return new LiveProperties(
                AlipayStub.APP_ID,
                AlipayStub.SELLER_ID,
                gateway,
                "https://shop.example/alipay/notify",
                null,
                List.of("shop:*"),
                Duration.ofMinutes(30),
                answerWithin);
    }

    Services services() {
        return LiveConfiguration.live(gateway, properties, payments, together);
    }

    Trades trades() {
        return there(services().trades());
    }

    Cashier cashier() {
        return there(services().cashier());
    }

    private static <T> T there(@Nullable T port) {
        return Objects.requireNonNull(port);
    }
}
