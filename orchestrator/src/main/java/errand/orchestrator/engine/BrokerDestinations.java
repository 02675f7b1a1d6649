package errand.orchestrator.engine;

import errand.schemas.Topic;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicNames;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.WrongTopics;
import errand.schemas.registry.SchemaRefused;
import errand.schemas.registry.SchemaRegistration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;

/**
 * Topics on the broker: those of an agent that has not started yet are created with their schemas,
 * so that its tasks wait for it.
 */
final class BrokerDestinations implements Destinations {

    private static final String TASKS = Topics.taskRequests("a").replaceFirst("a$", "");

    private final TopicCatalog catalog;
    private final SchemaRegistration registration;
    private final TopicNames names;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    /**
     * Makes the shared topics ready first; throws when that is not possible.
     *
     * @param admin the caller keeps and closes it
     */
    BrokerDestinations(Admin admin, SharedTopics shared) {
        TopicOptions options = shared.options();
        this.catalog = new TopicCatalog(admin, options);
        this.registration = new SchemaRegistration(shared.registry(), options.names());
        this.names = options.names();
        shared.create();
        shared.register();
        ready(Topics.withDeadLetters(Topics.shared()));
    }

    private void ready(Collection<Topic> topics) {
        topics.forEach(topic -> ready.add(topic.name()));
    }

    @Override
    public Optional<String> problem(String topic) {
        if (ready.contains(topic)) {
            return Optional.empty();
        }
        try {
            Topic known =
                    topic.startsWith(TASKS)
                            ? Topics.ofAgent(topic.substring(TASKS.length()))
                            : Topics.named(topic);
            List<Topic> topics = Topics.withDeadLetters(List.of(known));
            catalog.ensure(topics);
            registration.register(topics);
            ready(topics);
            return Optional.empty();
        } catch (WrongTopics | SchemaRefused | IllegalArgumentException no) {
            return Optional.of(String.valueOf(no.getMessage()));
        }
    }
}
