package errand.alipay.sandbox;

import errand.alipay.Services;
import errand.runtime.loopback.LoopbackOnly;
import errand.runtime.sandbox.SandboxControls;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox's ledger behind the ports, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxControls.class)
@EnableConfigurationProperties(SandboxProperties.class)
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    /** Reports show everybody's money: for this machine only. */
    @Bean
    FilterRegistrationBean<LoopbackOnly> reportsOnLoopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.setName("reportsOnLoopbackOnly");
        filter.addUrlPatterns("/reports/*");
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
