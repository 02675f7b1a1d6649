package errand.orchestrator.engine;

import errand.schemas.Topic;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicNames;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.WrongTopics;
import errand.schemas.registry.SchemaRefused;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
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
    private final Leaders leaders;
    private final TopicNames names;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    BrokerDestinations(Admin admin, TopicOptions options, SchemaRegistry registry) {
        this.catalog = new TopicCatalog(admin, options);
        this.registration = new SchemaRegistration(registry, options.names());
        this.leaders = new Leaders(admin);
        this.names = options.names();
    }

    /** Makes these topics ready; throws when that is not possible. */
    void prepare(Collection<Topic> topics) {
        catalog.ensure(topics);
        leaders.await(topics.stream().map(names::of).toList());
        registration.register(topics);
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
            prepare(Topics.withDeadLetters(List.of(known)));
            return Optional.empty();
        } catch (WrongTopics | SchemaRefused | IllegalArgumentException no) {
            return Optional.of(String.valueOf(no.getMessage()));
        }
    }
}
