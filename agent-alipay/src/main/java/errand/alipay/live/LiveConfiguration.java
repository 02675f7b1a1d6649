package errand.alipay.live;

import errand.alipay.Services;
import errand.alipay.Together;
import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts Alipay's open platform behind the ports it can serve. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "live")
class LiveConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Keys keys() {
        return Keys.of(new Secrets(System.getenv()));
    }

    @Bean
    Gateway gateway(LiveProperties properties, Keys keys) {
        said("errand.alipay.live.app-id", "the app's id at open.alipay.com", properties.appId());
        said(
                "errand.alipay.live.seller-id",
                "the merchant's user id (2088…), checked in what Alipay tells",
                properties.sellerId());
        return Gateway.of(properties, keys);
    }

    private static void said(String property, String meaning, String value) {
        if (value.isBlank()) {
            throw new MissingSetting(property, meaning);
        }
    }

    @Bean
    LivePayments livePayments(JdbcClient db) {
        return new LivePayments(db);
    }

    @Bean
    Services services(
            Gateway gateway,
            LiveProperties properties,
            LivePayments payments,
            PlatformTransactionManager transactions) {
        return live(
                gateway, properties, payments, new Together(new TransactionTemplate(transactions)));
    }

    /** What the platform offers third parties; a wallet it does not. */
    static Services live(
            Gateway gateway, LiveProperties properties, LivePayments payments, Together together) {
        Platform platform = new Platform(gateway, properties);
        return Services.none()
                .with(new OpenPlatformCashier(platform, payments, properties, together))
                .with(new OpenPlatformTrades(platform, payments, together));
    }

    @Bean
    Notices notices(
            Gateway gateway,
            LiveProperties properties,
            LivePayments payments,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Notices(
                gateway, properties, payments, new TransactionTemplate(transactions), clock);
    }
}
