package errand.alipay.sandbox;

import errand.runtime.sandbox.SandboxControls;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the sandbox's ledger behind the port, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxControls.class)
@EnableConfigurationProperties(SandboxProperties.class)
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    SandboxMandates mandates(JdbcClient db, PlatformTransactionManager transactions) {
        return new SandboxMandates(db, new TransactionTemplate(transactions));
    }

    @Bean
    SandboxWallet wallet(
            JdbcClient db, PlatformTransactionManager transactions, SandboxProperties properties) {
        return new SandboxWallet(
                db, new TransactionTemplate(transactions), properties.openingBalance());
    }
}
