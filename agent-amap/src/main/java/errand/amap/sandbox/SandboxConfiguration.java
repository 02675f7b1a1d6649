package errand.amap.sandbox;

import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.Weather;
import errand.amap.meals.Meals;
import errand.runtime.sandbox.SandboxControls;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.WorldProperties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox world behind the ports, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxControls.class)
@EnableConfigurationProperties({SandboxProperties.class, WorldProperties.class})
@ConditionalOnProperty(name = "errand.amap.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    Sandbox sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            WorldProperties world,
            SandboxProperties properties) {
        return new Sandbox(new Stockroom(data, transactions, properties.periods()), world.seed());
    }

    @Bean
    MapService mapService(Sandbox sandbox) {
        return sandbox.map();
    }

    @Bean
    Guide guide(Sandbox sandbox) {
        return sandbox.guide();
    }

    @Bean
    Weather weather(Sandbox sandbox) {
        return sandbox.weather();
    }

    @Bean
    Meals meals(Sandbox sandbox) {
        return sandbox.meals();
    }
}
