package errand.orchestrator.planner.service;

import errand.orchestrator.directory.Agents;
import errand.orchestrator.planner.OfflinePlanner;
import errand.runtime.kafka.AgentOnKafka;
import errand.runtime.measure.TaskMetrics;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.settings.AgentSettings;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.TopicSettings;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.Inbox;
import errand.runtime.work.TaskWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the agent runtime around the planner; it only reads, so it needs no database. */
@Configuration(proxyBeanMethods = false)
public class PlannerConfiguration {

    @Bean
    OfflinePlanner offlinePlanner(@Value("${errand.playbooks:}") String folder) {
        return OfflinePlanner.with(folder.isBlank() ? null : Path.of(folder));
    }

    @Bean
    PlannerService plannerService(
            OfflinePlanner planner,
            Agents directory,
            KafkaSettings kafka,
            TopicSettings topics,
            RegistrySettings registry,
            MeterRegistry meters,
            Moments moments,
            Clock clock) {
        PlannerAgent agent = new PlannerAgent(planner, directory);
        JsonSchemas schemas = new JsonSchemas();
        CapabilityTable table = new CapabilityTable(agent.capabilities(), schemas);
        EndedPlans ended = new EndedPlans(Duration.ofHours(1));
        return new PlannerService(
                new AgentOnKafka(
                        kafka,
                        topics,
                        registry,
                        AgentSettings.defaults(),
                        TaskWork.of(table, schemas, Inbox.none(), clock, moments, ended),
                        ended,
                        new TaskMetrics(meters, table.agent()),
                        moments,
                        clock));
    }
}
