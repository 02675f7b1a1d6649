package errand.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Who listens on a port, as far as {@code /proc} tells; elsewhere nobody is known. */
final class PortOwner {

    private static final String LISTENS = "0A";

    private PortOwner() {}

    /** Such as {@code java (pid 123)}. */
    static Optional<String> of(int port) {
        return inode("/proc/net/tcp", port)
                .or(() -> inode("/proc/net/tcp6", port))
                .flatMap(PortOwner::holder)
                .map(PortOwner::named);
    }

    private static Optional<String> inode(String table, int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        try (var lines = Files.lines(Path.of(table))) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENS))
                    .map(fields -> fields[9])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> holder(String inode) {
        var socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses().filter(process -> holds(process, socket)).findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.anyMatch(link -> pointsTo(link, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path link, String socket) {
        try {
            return Files.readSymbolicLink(link).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static String named(ProcessHandle process) {
        var name =
                process.info().command().map(c -> Path.of(c).getFileName().toString()).orElse("?");
        return "%s (pid %d)".formatted(name, process.pid());
    }
}
