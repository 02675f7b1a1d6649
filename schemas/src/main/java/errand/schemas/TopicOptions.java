package errand.schemas;

/**
 * How an installation wants its topics.
 *
 * @param prefix stands before every name
 * @param partitions of topics that are created; fixed from then on
 * @param replicationFactor of topics that are created
 * @param create whether missing topics are created, or an error
 */
public record TopicOptions(String prefix, int partitions, short replicationFactor, boolean create) {

    /** No prefix, 4 partitions, one replica, created when missing. */
    public static TopicOptions defaults() {
        return new TopicOptions("", 4, (short) 1, true);
    }

    public TopicOptions {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "errand.topics.partitions is %d: it must be at least 1.".formatted(partitions));
        }
    }

    public TopicNames names() {
        return new TopicNames(prefix);
    }
}
