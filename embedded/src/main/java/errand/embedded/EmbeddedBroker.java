package errand.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node KRaft broker in this JVM, on 127.0.0.1, with its data in one folder that may be
 * used again. A fatal fault of the broker ends the JVM: outside tests it belongs in one of its own
 * ({@link BrokerMain}).
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port; {@code data} is created and formatted when it is not there. */
    public static EmbeddedBroker start(Path data) {
        return start(data, FreePort.any(), Map.of());
    }

    /**
     * Starts on the given port.
     *
     * @param settings broker properties that win over the lean defaults
     */
    public static EmbeddedBroker start(Path data, int port, Map<String, String> settings) {
        var config = new BrokerConfig(data, port, controllerPort(data), settings).properties();
        format(data);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(config), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port);
    }

    public int port() {
        return port;
    }

    /** {@code 127.0.0.1:port}, as {@code bootstrap.servers} wants it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns when the broker has ended, by {@link #close} or by itself. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** The port is written into the quorum's state, so it is kept while nobody else took it. */
    private static int controllerPort(Path data) {
        var file = data.resolve("controller.port");
        try {
            Files.createDirectories(data);
            int kept = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            int port = FreePort.preferring(kept);
            Files.writeString(file, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the broker's data folder " + data, e);
        }
    }

    private static void format(Path data) {
        var log = BrokerConfig.log(data);
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerConfig.NODE)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the broker's data folder " + data, e);
        }
    }
}
