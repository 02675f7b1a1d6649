package errand.orchestrator.view;

import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the view together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
public class ViewConfiguration {

    @Bean
    View view(
            KafkaSettings kafka,
            TopicNames names,
            SchemaRegistry registry,
            DataSource database,
            ViewSettings settings,
            JdbcClient jdbc,
            MeterRegistry registryOfMeters) {
        ViewMeters meters = new ViewMeters(registryOfMeters);
        meters.standing(jdbc);
        return new View(
                kafka,
                names,
                new AvroDeserializer(registry),
                new ViewStore(database),
                settings,
                meters);
    }

    @Bean
    HealthIndicator viewHealthIndicator(View view) {
        return () -> {
            String trouble = view.trouble();
            return trouble == null
                    ? Health.up().build()
                    : Health.down().withDetail("reason", trouble).build();
        };
    }

    @Bean
    Conversations conversations(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Conversations(jdbc, snapshot(transactions));
    }

    @Bean
    Plans plans(JdbcClient jdbc) {
        return new Plans(jdbc);
    }

    @Bean
    MandateList mandateList(JdbcClient jdbc) {
        return new MandateList(jdbc);
    }

    @Bean
    RequestKeys requestKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new RequestKeys(jdbc, new TransactionTemplate(transactions));
    }

    private static TransactionOperations snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return template;
    }
}
