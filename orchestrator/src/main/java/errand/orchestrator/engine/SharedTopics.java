package errand.orchestrator.engine;

import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.Topic;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * The topics that services share, with their schemas: made ready once, by whoever needs them first.
 * What failed is tried anew when it is asked for again. May be used by many threads; one waits for
 * the other, for as long as broker or registry take to answer (10 s at most each time they are
 * asked).
 */
public final class SharedTopics {

    private static final List<Topic> ALL = Topics.withDeadLetters(Topics.shared());
    private static final Map<String, Object> ANSWER_SOON =
            Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    private final KafkaSettings kafka;
    private final TopicOptions options;
    private final SchemaRegistry registry;
    private boolean created;
    private boolean registered;

    public SharedTopics(KafkaSettings kafka, TopicSettings topics, SchemaRegistry registry) {
        this.kafka = kafka;
        this.options =
                new TopicOptions(
                        topics.prefix(),
                        topics.partitions(),
                        topics.replicationFactor(),
                        topics.create());
        this.registry = registry;
    }

    /** How topics are named and made here. */
    TopicOptions options() {
        return options;
    }

    SchemaRegistry registry() {
        return registry;
    }

    /**
     * Creates what is missing.
     *
     * @throws errand.schemas.WrongTopics when a topic is not as it must be
     * @throws org.apache.kafka.common.KafkaException when the broker cannot be asked
     */
    public synchronized void create() {
        if (!created) {
            try (Admin admin = Admin.create(kafka.admin(ANSWER_SOON))) {
                new TopicCatalog(admin, options).ensure(ALL);
            }
            created = true;
        }
    }

    /**
     * Registers the schemas of all records in them.
     *
     * @throws errand.schemas.registry.SchemaRefused when a record does not fit what is registered
     * @throws errand.schemas.registry.RegistryUnavailable when the registry cannot be asked
     */
    public synchronized void register() {
        if (!registered) {
            new SchemaRegistration(registry, options.names()).register(ALL);
            registered = true;
        }
    }
}
