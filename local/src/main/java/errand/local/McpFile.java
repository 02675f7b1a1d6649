package errand.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that says which MCP servers become agents: {@code --with mcp:FILE}, or {@code --with
 * mcp} for {@code mcp.yml} or {@code mcp.json} of the folder that the command runs in.
 */
final class McpFile {

    static final String NAME = "mcp";

    private static final String WITH_FILE = NAME + ":";
    private static final List<String> USUAL = List.of("mcp.yml", "mcp.yaml", "mcp.json");
    private static final List<String> FORMS = List.of(".yml", ".yaml", ".json");

    private McpFile() {}

    /** What {@code --with} asks for, without a file: the name of a service. */
    static String service(String with) {
        return with.startsWith(WITH_FILE) ? NAME : with;
    }

    /** The same request with the whole path of its file; one that is not there is refused. */
    static String located(String with) {
        if (!service(with).equals(NAME)) {
            return with;
        }
        Path file =
                with.equals(NAME)
                        ? usual().orElseThrow(McpFile::noFile)
                        : Path.of(with.substring(WITH_FILE.length()));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Complaint("--with mcp: there is no file %s to read".formatted(file));
        }
        if (FORMS.stream().noneMatch(file.getFileName().toString()::endsWith)) {
            throw new Complaint(
                    "--with mcp: %s must end with one of %s"
                            .formatted(file, String.join(" ", FORMS)));
        }
        return WITH_FILE + file.toAbsolutePath().normalize();
    }

    private static Optional<Path> usual() {
        return USUAL.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    private static Complaint noFile() {
        return new Complaint(
                "--with mcp needs a file that says which MCP servers: mcp.yml here, or --with mcp:FILE"
                        + " (docs/guides/mcp-server-as-agent.md)");
    }

    /** What the service is told of the file. */
    static Optional<String> setting(Service service, List<String> with) {
        return service.name().equals("agent-" + NAME)
                ? with.stream()
                        .filter(each -> each.startsWith(WITH_FILE))
                        .map(each -> each.substring(WITH_FILE.length()))
                        .map(file -> "--spring.config.additional-location=" + Path.of(file).toUri())
                        .findFirst()
                : Optional.empty();
    }
}
