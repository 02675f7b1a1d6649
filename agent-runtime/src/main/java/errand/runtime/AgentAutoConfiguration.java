package errand.runtime;

import errand.agent.Agent;
import errand.runtime.faults.Faults;
import errand.runtime.kafka.AgentOnKafka;
import errand.runtime.measure.TaskMetrics;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.settings.AgentSettings;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.SettingsAutoConfiguration;
import errand.runtime.settings.TopicSettings;
import errand.runtime.work.Breakers;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.Inbox;
import errand.runtime.work.PostgresInbox;
import errand.runtime.work.TaskWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the runtime around the {@link Agent} bean of a context; without one it does nothing. */
@AutoConfiguration(
        after = SettingsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(Agent.class)
@EnableConfigurationProperties(AgentSettings.class)
public final class AgentAutoConfiguration {

    private static final Duration REMEMBER_ENDED_PLANS = Duration.ofHours(1);

    @Bean
    @ConditionalOnMissingBean
    JsonSchemas jsonSchemas() {
        return new JsonSchemas();
    }

    @Bean
    CapabilityTable capabilityTable(Agent agent, JsonSchemas schemas) {
        return new CapabilityTable(agent.capabilities(), schemas);
    }

    @Bean
    @ConditionalOnMissingBean
    Inbox inbox(
            CapabilityTable table,
            ObjectProvider<DataSource> data,
            ObjectProvider<PlatformTransactionManager> transactions) {
        DataSource source = data.getIfAvailable();
        if (source == null) {
            if (table.writes()) {
                throw new NoDatabase(table);
            }
            return Inbox.none();
        }
        return new PostgresInbox(
                source, transactions.getIfAvailable(() -> new JdbcTransactionManager(source)));
    }

    @Bean
    EndedPlans endedPlans() {
        return new EndedPlans(REMEMBER_ENDED_PLANS);
    }

    @Bean
    Breakers breakers(AgentSettings settings) {
        return Breakers.of(settings.breaking());
    }

    @Bean
    TaskWork taskWork(
            CapabilityTable table,
            JsonSchemas schemas,
            Inbox inbox,
            Clock clock,
            Moments moments,
            EndedPlans ended,
            Breakers breakers,
            ObjectProvider<Faults> faults) {
        return TaskWork.of(
                table,
                schemas,
                inbox,
                clock,
                moments,
                ended,
                breakers,
                faults.getIfAvailable(Faults::none));
    }

    @Bean
    AgentOnKafka agentOnKafka(
            ObjectProvider<KafkaSettings> kafka,
            TopicSettings topics,
            RegistrySettings registry,
            AgentSettings settings,
            TaskWork work,
            EndedPlans ended,
            ObjectProvider<MeterRegistry> meters,
            Moments moments,
            Clock clock) {
        MeterRegistry registryOfMeters = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new AgentOnKafka(
                kafka.getObject(),
                topics,
                registry,
                settings,
                work,
                ended,
                new TaskMetrics(registryOfMeters, work.table().agent()),
                moments,
                clock);
    }

    @Bean
    AgentLifecycle agentLifecycle(
            AgentOnKafka agent,
            CapabilityTable table,
            ObjectProvider<DataSource> data,
            @Value("${errand.agent.tables:}") String tables) {
        @Nullable DataSource source = data.getIfAvailable();
        return new AgentLifecycle(
                agent, table.agent(), tables.isBlank() ? table.agent() : tables, source);
    }

    @Bean("tasks")
    TasksHealth tasksHealth(AgentOnKafka agent) {
        return new TasksHealth(agent);
    }
}
