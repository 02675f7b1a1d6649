package errand.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An agent that is not of this build: where its classes are, and how it is started.
 *
 * @param name without {@code agent-}
 * @param main the class that starts it, with {@code public static start(String...)}
 * @param folder of its project, absolute; its classes are in {@code target}
 */
record OwnAgent(String name, String main, String folder) {

    /** By this file its module says what it is, as a resource. */
    static final String DESCRIPTOR = "META-INF/errand-agent.properties";

    /** The agent that was built in a folder; refused when none was. */
    static OwnAgent in(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        var file = root.resolve("target/classes").resolve(DESCRIPTOR);
        if (!Files.exists(file)) {
            throw new Complaint(
                    "No agent was built in %s (target/classes/%s is not there). Build it: mvn -f %s package"
                            .formatted(root, DESCRIPTOR, root));
        }
        try (var in = Files.newInputStream(file)) {
            var said = properties(in);
            return new OwnAgent(said.name(), said.main(), root.toString());
        } catch (IOException e) {
            throw new Complaint("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** What a descriptor says; the folder is not in it. */
    static OwnAgent properties(InputStream in) throws IOException {
        var properties = new Properties();
        properties.load(in);
        var name = properties.getProperty("name", "");
        var main = properties.getProperty("main", "");
        if (name.isBlank() || main.isBlank()) {
            throw new IOException(DESCRIPTOR + " must say name=… and main=…");
        }
        return new OwnAgent(name.strip(), main.strip(), "");
    }

    /** With what it was built with before what this command runs on. */
    Service service() {
        var target = Path.of(folder, "target");
        return new Service(
                "agent-" + name,
                Service.Kind.APPLICATION,
                main,
                "%s:%s/*".formatted(target.resolve("classes"), target.resolve("lib")));
    }
}
