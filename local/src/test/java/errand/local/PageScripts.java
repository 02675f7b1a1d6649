package errand.local;

import errand.embedded.node.NodeFolder;
import errand.embedded.node.NodeFolder.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the scripts of {@code src/test/node} in a folder of their own, with node. */
final class PageScripts {

    private static final NodeFolder NODE =
            new NodeFolder(Path.of("src/test/node"), Path.of("target/node").toAbsolutePath());

    /** Where the pictures of the last run are. */
    static final Path PICTURES = Path.of("target/page").toAbsolutePath();

    private PageScripts() {}

    static Optional<String> program(String... names) {
        return NodeFolder.program(names);
    }

    /** Why scripts cannot run here, and what would help; empty when they can. */
    static Optional<String> prepared() throws IOException {
        Files.createDirectories(PICTURES);
        return NODE.prepared();
    }

    /** The same for what the lockfile names. */
    static Optional<String> installed() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        return NODE.installed();
    }

    static Result run(int seconds, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        return NODE.run(seconds, environment, command);
    }
}
