package errand.orchestrator.engine;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine as beans, of a {@link Bootstrap}, which may have started it before; {@code
 * errand.engine.enabled=false} leaves the engine out where only the web part shall run.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    @Bean
    EngineLifecycle engineLifecycle(Bootstrap bootstrap, MeterRegistry meters) {
        bootstrap.metrics().in(meters);
        return bootstrap.engine();
    }

    @Bean
    EngineHealth engineHealthIndicator(EngineLifecycle engine) {
        return new EngineHealth(engine);
    }
}
