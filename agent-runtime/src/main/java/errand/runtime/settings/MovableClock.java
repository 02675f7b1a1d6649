package errand.runtime.settings;

import errand.runtime.loopback.LoopbackOnly;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets programs of this machine move a service's clock, where {@code errand.clock.movable} says so;
 * never a live agent's, whose vendor lives by the real time.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("errand.clock.movable")
@ConditionalOnExpression("'${errand.${errand.agent.name:none}.mode:sandbox}' != 'live'")
class MovableClock {

    @Bean
    ClockControl clockControl(ErrandClock clock) {
        return new ClockControl(clock);
    }

    @Bean
    FilterRegistrationBean<LoopbackOnly> clockOnLoopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/sandbox/clock");
        return filter;
    }
}
