package errand.schemas.registry;

import org.apache.avro.Schema;

/**
 * How a schema's subject is named; the rules and names are Confluent's. Errand's own is {@link
 * #TOPIC_RECORD}: a topic may carry several records.
 */
public enum Subjects {
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        public String of(String topic, Schema schema) {
            return topicRecord(topic, schema);
        }
    },
    RECORD("RecordNameStrategy") {
        @Override
        public String of(String topic, Schema schema) {
            return schema.getFullName();
        }
    },
    TOPIC("TopicNameStrategy") {
        @Override
        public String of(String topic, Schema schema) {
            return topic + "-value";
        }
    };

    private final String strategy;

    Subjects(String strategy) {
        this.strategy = strategy;
    }

    /** The subject of a schema in a topic. */
    public abstract String of(String topic, Schema schema);

    /** The subject that Errand uses: {@code <topic>-<record full name>}. */
    public static String topicRecord(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    /**
     * The rule that {@code value.subject.name.strategy} asks for.
     *
     * @param className name of one of Confluent's strategy classes, with or without its package
     */
    public static Subjects named(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        for (Subjects subjects : values()) {
            if (subjects.strategy.equals(simple)) {
                return subjects;
            }
        }
        throw new IllegalArgumentException(
                "value.subject.name.strategy '%s' is unknown. Known: TopicRecordNameStrategy (Errand's own), RecordNameStrategy, TopicNameStrategy."
                        .formatted(className));
    }
}
