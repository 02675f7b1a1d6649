package errand.local;

import errand.schemas.AsyncApi;
import errand.schemas.TopicOptions;
import errand.schemas.TopicSheet;
import errand.schemas.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the topic catalogue, for those who create topics by other means. */
@Command(name = "topics", description = "Show all topics, and the commands that create them.")
final class TopicsCommand implements Callable<Integer> {

    private static final String AGENT = "agent-";

    @Mixin private Where where = new Where();

    @Option(names = "--print", description = "show them (it does nothing else yet)")
    private boolean print;

    @Option(
            names = "--asyncapi",
            description = "print an AsyncAPI 3.0 document instead: topics, records, operations")
    private boolean asyncApi;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "as in errand.topics.prefix",
            defaultValue = "")
    private String prefix = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "as in errand.topics.partitions (default: ${DEFAULT-VALUE})",
            defaultValue = "4")
    private int partitions = 4;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "as in errand.topics.replication-factor (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private short replicationFactor = 1;

    @Override
    public Integer call() {
        if (asyncApi) {
            System.out.print(asyncApi());
            return 0;
        }
        var options = new TopicOptions(prefix, partitions, replicationFactor, false);
        System.out.print(TopicSheet.of(Topics.of(agents()), options));
        return 0;
    }

    /** As YAML; the same every time. */
    static String asyncApi() {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setWidth(120);
        style.setIndicatorIndent(2);
        style.setIndentWithIndicator(true);
        // A map that is used twice is written twice.
        style.setDereferenceAliases(true);
        return "# Made by: ./errand topics --asyncapi. A test keeps it as the code is.\n"
                + new Yaml(style).dump(AsyncApi.document());
    }

    private static List<String> agents() {
        var separate =
                Services.with(List.of()).stream()
                        .map(Service::name)
                        .filter(name -> name.startsWith(AGENT))
                        .map(name -> name.substring(AGENT.length()));
        return Stream.concat(Stream.of("planner"), separate).toList();
    }
}
