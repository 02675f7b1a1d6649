package errand.runtime.settings;

import errand.runtime.moments.Moments;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Offers settings, business clock and moments to every service that says where Kafka is. Knows
 * nothing of agents.
 */
@AutoConfiguration
@ConditionalOnProperty("errand.kafka.bootstrap.servers")
@Import(MovableClock.class)
@EnableConfigurationProperties({
    KafkaSettings.class,
    TopicSettings.class,
    RegistrySettings.class,
    ClockSettings.class
})
public final class SettingsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    ErrandClock errandClock(ClockSettings settings) {
        return ErrandClock.of(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    Moments moments(@Value("${errand.test.moments:}") String directory) {
        return Moments.inAny(directory);
    }
}
