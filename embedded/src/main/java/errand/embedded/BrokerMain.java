package errand.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the broker in a JVM of its own until it is told to end: {@code BrokerMain DATA PORT
 * [key=value…]}. Settings may also stand in the environment, in {@value #SETTINGS}, with blanks
 * between; those on the command line win.
 */
public final class BrokerMain {

    /** Variable of the environment with broker settings: {@code key=value key=value}. */
    public static final String SETTINGS = "ERRAND_BROKER_SETTINGS";

    private BrokerMain() {}

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("Usage: BrokerMain DATA PORT [key=value…]");
            System.exit(2);
        }
        var words = new ArrayList<>(words(System.getenv(SETTINGS)));
        words.addAll(List.of(args).subList(2, args.length));
        var settings = settings(words);
        var broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
        System.out.println("ready " + broker.bootstrapServers());
        broker.awaitShutdown();
    }

    static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    /** Of several for one key the last counts. */
    static Map<String, String> settings(List<String> words) {
        var settings = new HashMap<String, String>();
        for (var word : words) {
            var at = word.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException(
                        "'%s' is no broker setting: it must read key=value".formatted(word));
            }
            settings.put(word.substring(0, at), word.substring(at + 1));
        }
        return settings;
    }
}
