package errand.orchestrator.engine;

import errand.schemas.Topic;
import errand.schemas.TopicCatalog;
import errand.schemas.Topics;
import errand.schemas.WrongTopics;
import errand.schemas.registry.SchemaRefused;
import errand.schemas.registry.SchemaRegistration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Topics on the broker: those of an agent that has not started yet are created with their schemas,
 * so that its tasks wait for it.
 */
final class BrokerDestinations implements Destinations {

    private static final String TASKS = Topics.taskRequests("a").replaceFirst("a$", "");

    private final TopicCatalog catalog;
    private final SchemaRegistration registration;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    BrokerDestinations(TopicCatalog catalog, SchemaRegistration registration) {
        this.catalog = catalog;
        this.registration = registration;
    }

    /** Makes these topics ready; throws when that is not possible. */
    void prepare(Collection<Topic> topics) {
        catalog.ensure(topics);
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
