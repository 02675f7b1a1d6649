package errand.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the broker in a JVM of its own until it is told to end: {@code BrokerMain DATA PORT
 * [key=value…]}.
 */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("Usage: BrokerMain DATA PORT [key=value…]");
            System.exit(2);
        }
        var settings = settings(args);
        var broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
        System.out.println("ready " + broker.bootstrapServers());
        broker.awaitShutdown();
    }

    private static Map<String, String> settings(String[] args) {
        var settings = new HashMap<String, String>();
        for (int i = 2; i < args.length; i++) {
            var at = args[i].indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException(
                        "'%s' is no broker setting: it must read key=value".formatted(args[i]));
            }
            settings.put(args[i].substring(0, at), args[i].substring(at + 1));
        }
        return settings;
    }
}
