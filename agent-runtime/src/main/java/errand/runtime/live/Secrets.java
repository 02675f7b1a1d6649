package errand.runtime.live;

import errand.runtime.settings.MissingSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of this process: from environment variables, or from files that environment variables
 * name ({@code …_FILE}, as Docker and Kubernetes mount them). Never from a command line, where
 * every user of the machine could read them.
 */
public final class Secrets {

    private static final String FILE = "_FILE";

    private final Map<String, String> environment;

    /**
     * @param environment usually {@code System.getenv()}
     */
    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param name such as {@code ERRAND_AMAP_KEY}
     * @throws MissingSetting when neither it nor its file is there or it is blank
     */
    public Secret get(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new MissingSetting(
                                        name,
                                        "live mode needs this secret; set it in the environment, or %s%s to a file that holds it"
                                                .formatted(name, FILE)));
    }

    /** Empty when neither it nor its file is named, or it is blank. */
    public Optional<Secret> find(String name) {
        String said = environment.getOrDefault(name, "").strip();
        if (!said.isEmpty()) {
            return Optional.of(Secret.of(said));
        }
        String file = environment.getOrDefault(name + FILE, "").strip();
        return file.isEmpty() ? Optional.empty() : read(name, Path.of(file));
    }

    private static Optional<Secret> read(String name, Path file) {
        try {
            String content = Files.readString(file, StandardCharsets.UTF_8).strip();
            return content.isEmpty() ? Optional.empty() : Optional.of(Secret.of(content));
        } catch (IOException e) {
            throw MissingSetting.unusable(
                    name + FILE,
                    "the file '%s' that it names cannot be read (%s)"
                            .formatted(file.getFileName(), e.getClass().getSimpleName()));
        }
    }
}
