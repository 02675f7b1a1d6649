package errand.runtime.sandbox;

import errand.agent.Agent;
import errand.runtime.faults.Faults;
import errand.runtime.faults.FaultsControl;
import errand.runtime.loopback.LoopbackOnly;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What every sandbox offers under {@code /sandbox} on its agent's port: faults, beside what each
 * agent adds. For this machine only, and JSON only. Imported by each agent's sandbox configuration,
 * so a live agent has none of it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorldProperties.class)
public class SandboxControls {

    @Bean
    FilterRegistrationBean<LoopbackOnly> sandboxControlOnLoopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/sandbox/*");
        return filter;
    }

    @Bean
    Faults faults() {
        return Faults.possible();
    }

    @Bean
    FaultsControl faultsControl(Faults faults, Agent agent) {
        return new FaultsControl(faults, agent);
    }
}
