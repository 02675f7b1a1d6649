package agents.sampleshop.sandbox;

import agents.sampleshop.sessions.Sessions;
import errand.runtime.loopback.LoopbackOnly;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.WorldProperties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox world behind the port, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SandboxProperties.class, WorldProperties.class})
@ConditionalOnProperty(
        name = "errand.sample-shop.mode",
        havingValue = "sandbox",
        matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    Sandbox sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            WorldProperties world,
            SandboxProperties properties) {
        return new Sandbox(new Stockroom(data, transactions, properties.periods()), world.seed());
    }

    /** Only this machine, and only JSON. */
    @Bean
    FilterRegistrationBean<LoopbackOnly> sandboxControlOnLoopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/sandbox/*");
        return filter;
    }

    @Bean
    Sessions sessions(Sandbox sandbox) {
        return sandbox.sessions();
    }
}
