package errand.local.author;

import errand.local.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines by which a clone knows a module of an agent: Maven's, Compose's, Prometheus's. All are
 * found before any file is changed.
 */
final class CloneEntries {

    private static final String COMPOSE =
            """
              %s:
                <<: *errand
                image: ${ERRAND_IMAGES:-errand}/%s:${ERRAND_TAG:-local}
                environment: *environment

            """;

    private final Path root;
    private final Map<Path, String> changed = new LinkedHashMap<>();

    CloneEntries(Path root) {
        this.root = root;
    }

    /** Writes them, each after those of the agents that are there. */
    void add(AgentName name) throws IOException {
        String module = name.module();
        after("pom.xml", "<module>agent-[^<]+</module>", "<module>%s</module>".formatted(module));
        after(
                "pom.xml",
                "<dependency><groupId>errand</groupId><artifactId>agent-[^<]+</artifactId><version>.*</dependency>",
                "<dependency><groupId>errand</groupId><artifactId>%s</artifactId><version>${project.version}</version></dependency>"
                        .formatted(module));
        after(
                "local/pom.xml",
                "<dependency><groupId>errand</groupId><artifactId>agent-[^<]+</artifactId></dependency>",
                "<dependency><groupId>errand</groupId><artifactId>%s</artifactId></dependency>"
                        .formatted(module));
        after(
                "deploy/prometheus/prometheus.yml",
                "- agent-[a-z0-9-]+:8080",
                "- %s:8080".formatted(module));
        before("docker-compose.yml", "  prometheus:\n", COMPOSE.formatted(module, module));
        for (Map.Entry<Path, String> file : changed.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** A line with the indentation of the last one that looks like it. */
    private void after(String file, String like, String line) throws IOException {
        Path path = root.resolve(file);
        String text = text(path);
        var found = Pattern.compile("(?m)^( *)" + like + "\n").matcher(text).results().toList();
        if (found.isEmpty()) {
            throw lacking(path, like);
        }
        var last = found.getLast();
        String entry = last.group(1) + line + "\n";
        changed.put(path, text.substring(0, last.end()) + entry + text.substring(last.end()));
    }

    private void before(String file, String line, String block) throws IOException {
        Path path = root.resolve(file);
        String text = text(path);
        int place = text.indexOf("\n" + line);
        if (place < 0) {
            throw lacking(path, line.strip());
        }
        changed.put(path, text.substring(0, place + 1) + block + text.substring(place + 1));
    }

    private String text(Path path) throws IOException {
        String begun = changed.get(path);
        return begun == null ? Files.readString(path) : begun;
    }

    private static Complaint lacking(Path path, String like) {
        return new Complaint(
                "%s has no line like '%s' to put the agent beside. Make the agent outside the clone: --dir DIR"
                        .formatted(path, like));
    }
}
