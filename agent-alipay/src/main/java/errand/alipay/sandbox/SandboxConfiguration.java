package errand.alipay.sandbox;

import errand.alipay.Services;
import errand.runtime.loopback.LoopbackOnly;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox's ledger behind the ports, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxProperties.class)
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    /** Only this machine, and only JSON. */
    @Bean
    FilterRegistrationBean<LoopbackOnly> sandboxControlOnLoopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/sandbox/*", "/reports/*");
        return filter;
    }

    @Bean
    Sandbox sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            SandboxProperties properties) {
        return new Sandbox(data, transactions, properties.rules(), new SecureRandom());
    }

    @Bean
    Services services(Sandbox sandbox) {
        return sandbox.services();
    }
}
