package errand.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes: which installation is meant. */
final class Where {

    private static final int USUAL_PORT = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where all data lies (default: ${DEFAULT-VALUE})",
            defaultValue = ".errand/")
    private Path data = Path.of(".errand/");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port of the HTTP API (default: 8080)")
    private @Nullable Integer port;

    DataFolder data() {
        return DataFolder.of(data);
    }

    int port() {
        return port == null ? USUAL_PORT : port;
    }

    /** The HTTP API of what runs on the data, or at the port that was given. */
    String api() {
        if (port == null) {
            var deployment = Deployment.of(data());
            if (deployment.isPresent()) {
                return deployment.get().http(Services.ORCHESTRATOR);
            }
        }
        return "http://127.0.0.1:" + port();
    }

    /** What runs on the data; refused when nothing does. */
    Deployment running() {
        return Deployment.of(data())
                .orElseThrow(
                        () ->
                                new Complaint(
                                        "Nothing runs on %s. Start it: ./errand up"
                                                .formatted(data().path())));
    }
}
