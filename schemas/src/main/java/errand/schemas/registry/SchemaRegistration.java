package errand.schemas.registry;

import errand.schemas.Topic;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the records of topics and the rule their next versions must keep. Doing it again, or
 * from many services at once, changes nothing and gives the same ids.
 */
public final class SchemaRegistration {

    private final SchemaRegistry registry;
    private final TopicNames names;

    public SchemaRegistration(SchemaRegistry registry, TopicNames names) {
        this.registry = registry;
        this.names = names;
    }

    /** See {@link #register(Collection)}. */
    public void register(Topic... topics) {
        register(List.of(topics));
    }

    /**
     * Registers every record of the topics under {@code <topic>-<record full name>}.
     *
     * @throws SchemaRefused when a record does not fit what is registered
     * @throws RegistryUnavailable when the registry cannot be asked
     */
    public void register(Collection<Topic> topics) {
        for (Topic topic : topics) {
            for (Class<? extends SpecificRecord> record : topic.records()) {
                Schema schema = SpecificData.get().getSchema(record);
                String subject = Subjects.topicRecord(names.of(topic), schema);
                registry.register(subject, schema);
                hold(subject, Topics.compatibility(record));
            }
        }
    }

    private void hold(String subject, Compatibility wanted) {
        if (!registry.compatibility(subject).equals(Optional.of(wanted))) {
            registry.setCompatibility(subject, wanted);
        }
    }
}
