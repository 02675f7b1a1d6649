package errand.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue.
 *
 * @param name without the prefix of an installation
 * @param key what the record key is, in words; always UTF-8
 * @param kept how long records stay
 * @param records the Avro records it carries; empty where the bytes are whatever they were (dead
 *     letters)
 */
public record Topic(
        String name, String key, Kept kept, List<Class<? extends SpecificRecord>> records) {

    public Topic {
        records = List.copyOf(records);
    }

    /**
     * Dead letters have one partition whatever the rest has: there are few, and people read them.
     */
    int partitions(TopicOptions options) {
        return name.endsWith(Topics.DEAD_LETTERS) ? 1 : options.partitions();
    }

    /** Where records of this topic go that could not be handled. */
    public Topic deadLetters() {
        return new Topic(Topics.deadLetters(name), key, Topics.DEAD_LETTERS_KEPT, List.of());
    }
}
