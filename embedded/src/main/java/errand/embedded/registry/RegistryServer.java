package errand.embedded.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;

/**
 * A schema registry on 127.0.0.1 that keeps what it knows in the broker's {@code _schemas} topic:
 * ids live as long as that topic. Several on one broker agree. It listens only once it has read the
 * topic to its end.
 */
public final class RegistryServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService workers;
    private final SchemaLog log;

    private RegistryServer(HttpServer http, ExecutorService workers, SchemaLog log) {
        this.http = http;
        this.workers = workers;
        this.log = log;
    }

    /** Starts, waiting for the broker for 20 s. See {@link #start(String, int, Duration)}. */
    public static RegistryServer start(String bootstrapServers, int port) throws IOException {
        return start(bootstrapServers, port, Duration.ofSeconds(20));
    }

    /**
     * Returns when it answers.
     *
     * @param port 0: any free one
     * @param patience with the broker, at start and with every write
     * @throws IOException when the broker cannot be reached or the port is taken
     * @throws IllegalStateException when the topic {@code _schemas} is not compacted
     */
    public static RegistryServer start(String bootstrapServers, int port, Duration patience)
            throws IOException {
        Ledger ledger = new Ledger();
        SchemaLog log = open(bootstrapServers, patience, ledger);
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
            ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
            http.setExecutor(workers);
            http.createContext("/", new RegistryApi(new Registrations(ledger, log)));
            http.start();
            return new RegistryServer(http, workers, log);
        } catch (IOException taken) {
            log.close();
            throw new IOException(
                    "The schema registry cannot listen on 127.0.0.1:%d: %s. Free the port or choose another."
                            .formatted(port, taken.getMessage()),
                    taken);
        }
    }

    private static SchemaLog open(String bootstrapServers, Duration patience, Ledger ledger)
            throws IOException {
        try {
            return new SchemaLog(bootstrapServers, patience, ledger::apply);
        } catch (KafkaException | Refusal away) {
            throw new IOException(
                    "The schema registry cannot reach the broker at %s: %s Start the broker first."
                            .formatted(bootstrapServers, away.getMessage()),
                    away);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
        log.close();
    }
}
