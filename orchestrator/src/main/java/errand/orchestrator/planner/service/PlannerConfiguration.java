package errand.orchestrator.planner.service;

import errand.orchestrator.directory.Agents;
import errand.orchestrator.planner.MeasuredPlanner;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.Planner;
import errand.orchestrator.planner.Thinkings;
import errand.orchestrator.planner.model.ModelPlanner;
import errand.orchestrator.planner.model.ModelSettings;
import errand.orchestrator.planner.playbook.Playbooks;
import errand.orchestrator.view.MandateList;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the agent runtime around the planner; it only reads, so it needs no database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
public class PlannerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PlannerConfiguration.class);

    @Bean
    Playbooks playbooks(@Value("${errand.playbooks:}") String folder) {
        return Playbooks.with(folder.isBlank() ? null : Path.of(folder));
    }

    @Bean
    OfflinePlanner offlinePlanner(Playbooks playbooks) {
        return new OfflinePlanner(playbooks);
    }

    /** Rules, unless a model is named. */
    @Bean
    Planner planner(
            OfflinePlanner rules, ModelSettings model, Agents directory, MeterRegistry meters) {
        Planner offline = new MeasuredPlanner(rules, new Thinkings(meters, "offline"));
        if (!model.given()) {
            return offline;
        }
        log.info("Planned by {}", model);
        return ModelPlanner.of(model, directory, rules, offline, new Thinkings(meters, "model"));
    }

    @Bean
    PlannerService plannerService(
            @Qualifier("planner") Planner planner,
            Agents directory,
            MandateList mandates,
            KafkaSettings kafka,
            TopicSettings topics,
            RegistrySettings registry,
            MeterRegistry meters,
            Moments moments,
            Clock clock) {
        PlannerAgent agent = new PlannerAgent(planner, directory, mandates::active);
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
