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
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;

/**
 * The topics that services share, with their schemas: made ready once, by whoever needs them first.
 * What failed is tried anew when it is asked for again. May be used by many threads; who comes
 * while another is at it is told so at once, by an exception, and asks again.
 */
public final class SharedTopics {

    private static final List<Topic> ALL = Topics.withDeadLetters(Topics.shared());
    private static final Map<String, Object> ANSWER_SOON =
            Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    private final KafkaSettings kafka;
    private final TopicOptions options;
    private final SchemaRegistry registry;
    private final Once created = new Once("The topics");
    private final Once registered = new Once("The schemas");

    /** Something that is done once, by one thread at a time. */
    private static final class Once {

        private final ReentrantLock busy = new ReentrantLock();
        private final String what;
        private boolean done;

        Once(String what) {
            this.what = what;
        }

        void run(Runnable making) {
            if (!busy.tryLock()) {
                throw new IllegalStateException(what + " are being looked at.");
            }
            try {
                if (!done) {
                    making.run();
                    done = true;
                }
            } finally {
                busy.unlock();
            }
        }
    }

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
     * @throws IllegalStateException when another thread is doing it
     */
    public void create() {
        created.run(
                () -> {
                    try (Admin admin = Admin.create(kafka.admin(ANSWER_SOON))) {
                        new TopicCatalog(admin, options).ensure(ALL);
                    }
                });
    }

    /**
     * Registers the schemas of all records in them.
     *
     * @throws errand.schemas.registry.SchemaRefused when a record does not fit what is registered
     * @throws errand.schemas.registry.RegistryUnavailable when the registry cannot be asked
     * @throws IllegalStateException when another thread is doing it
     */
    public void register() {
        registered.run(() -> new SchemaRegistration(registry, options.names()).register(ALL));
    }
}
