package errand.runtime.kafka;

import errand.runtime.settings.AgentSettings;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.Topic;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What must lie ready before an agent takes a task: a broker that can share, topics, the group's
 * settings, schemas.
 */
final class Ground {

    private static final int ANSWER_SECONDS = 10;

    private final KafkaSettings kafka;
    private final TopicSettings topics;
    private final AgentSettings agent;
    private final SchemaRegistry registry;
    private final Patience patience;

    Ground(
            KafkaSettings kafka,
            TopicSettings topics,
            AgentSettings agent,
            SchemaRegistry registry,
            Patience patience) {
        this.kafka = kafka;
        this.topics = topics;
        this.agent = agent;
        this.registry = registry;
        this.patience = patience;
    }

    void prepare(String name, String group) throws Exception {
        try (Admin admin = Admin.create(kafka.admin(Map.of("client.id", "agent-" + name)))) {
            int shareVersion =
                    patience.until(
                            "Kafka at " + kafka.bootstrapServers(),
                            () -> shareVersion(admin),
                            Ground::passes);
            if (shareVersion < 1) {
                throw new BrokerTooOld(kafka.bootstrapServers(), shareVersion);
            }
            patience.until("topics", () -> create(admin, name), Ground::passes);
            patience.until("share group " + group, () -> share(admin, group), Ground::passes);
        }
        patience.until(
                "the schema registry at " + registry.urls(),
                () -> register(name),
                e -> e instanceof RegistryUnavailable);
    }

    private static int shareVersion(Admin admin) throws Exception {
        var finalised =
                admin.describeFeatures()
                        .featureMetadata()
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .finalizedFeatures()
                        .get("share.version");
        return finalised == null ? 0 : finalised.maxVersionLevel();
    }

    private boolean create(Admin admin, String name) {
        catalog(admin, topics.partitions()).ensure(Topics.withDeadLetters(Topics.shared()));
        catalog(admin, agent.partitions())
                .ensure(Topics.withDeadLetters(List.of(Topics.ofAgent(name))));
        return true;
    }

    private TopicCatalog catalog(Admin admin, int partitions) {
        return new TopicCatalog(
                admin,
                new TopicOptions(
                        topics.prefix(), partitions, topics.replicationFactor(), topics.create()));
    }

    private boolean share(Admin admin, String group) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        Map<String, String> settings =
                Map.of(
                        "share.auto.offset.reset",
                        "earliest",
                        "share.record.lock.duration.ms",
                        String.valueOf(agent.lock().toMillis()),
                        "share.delivery.count.limit",
                        String.valueOf(agent.deliveries()));
        Collection<AlterConfigOp> wanted =
                settings.entrySet().stream()
                        .map(
                                setting ->
                                        new AlterConfigOp(
                                                new ConfigEntry(
                                                        setting.getKey(), setting.getValue()),
                                                AlterConfigOp.OpType.SET))
                        .toList();
        admin.incrementalAlterConfigs(Map.of(resource, wanted))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return true;
    }

    private boolean register(String name) {
        Topic[] spoken = {
            Topics.ofAgent(name),
            Topics.named(Topics.INBOX),
            Topics.named(Topics.DIRECTORY),
            Topics.named(Topics.CANCELLATIONS)
        };
        new SchemaRegistration(registry, new errand.schemas.TopicNames(topics.prefix()))
                .register(spoken);
        return true;
    }

    static boolean passes(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ExecutionException || cause.getClass() == KafkaException.class) {
            if (cause.getCause() == null) {
                return false;
            }
            cause = cause.getCause();
        }
        return cause instanceof RetriableException || cause instanceof TimeoutException;
    }
}
