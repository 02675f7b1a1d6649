package errand.schemas;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue on paper, for those who create topics by other means ({@code topics --print}). */
public final class TopicSheet {

    private TopicSheet() {}

    /** A line per topic: name, key, what is kept, records; then the commands that create them. */
    public static String of(Collection<Topic> topics, TopicOptions options) {
        List<List<String>> rows = topics.stream().map(topic -> row(topic, options)).toList();
        String commands =
                topics.stream()
                        .map(topic -> creation(topic, options))
                        .collect(Collectors.joining("\n"));
        return table(rows) + "\n\n" + commands + "\n";
    }

    /** The command of Kafka's own tool that creates the topic. */
    static String creation(Topic topic, TopicOptions options) {
        String settings =
                topic.settings().entrySet().stream()
                        .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
        return "kafka-topics.sh --bootstrap-server $BROKER --create --topic %s --partitions %d --replication-factor %d%s"
                .formatted(
                        options.names().of(topic),
                        topic.partitions(options),
                        options.replicationFactor(),
                        settings);
    }

    private static List<String> row(Topic topic, TopicOptions options) {
        String records =
                topic.records().isEmpty()
                        ? "original bytes"
                        : topic.records().stream()
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(" "));
        return List.of(
                options.names().of(topic), "key " + topic.key(), topic.kept().inWords(), records);
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[4];
        rows.forEach(
                row -> {
                    for (int column = 0; column < widths.length; column++) {
                        widths[column] = Math.max(widths[column], row.get(column).length());
                    }
                });
        String format = "%%-%ds  %%-%ds  %%-%ds  %%s".formatted(widths[0], widths[1], widths[2]);
        return rows.stream()
                .map(row -> format.formatted(row.toArray()))
                .collect(Collectors.joining("\n"));
    }
}
