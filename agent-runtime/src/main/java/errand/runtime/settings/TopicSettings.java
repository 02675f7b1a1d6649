package errand.runtime.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are named and made.
 *
 * @param prefix put in front of every topic name and group id; empty when not said
 * @param replicationFactor for topics created by us; 1 when not said
 * @param partitions for topics created by us, fixed at first start; 4 when not said
 * @param create whether missing topics are created at start; true when not said
 */
@ConfigurationProperties("errand.topics")
public record TopicSettings(
        @DefaultValue("") String prefix,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("4") int partitions,
        @DefaultValue("true") boolean create) {

    public TopicSettings {
        if (!prefix.matches("[a-zA-Z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "errand.topics.prefix '%s' may hold letters, digits, '.', '_' and '-' only: it becomes part of topic names."
                            .formatted(prefix));
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "errand.topics.partitions is %d; at least 1 is possible."
                            .formatted(partitions));
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "errand.topics.replication-factor is %d; at least 1 is possible."
                            .formatted(replicationFactor));
        }
    }

    public static TopicSettings defaults() {
        return new TopicSettings("", (short) 1, 4, true);
    }
}
