package errand.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How PostgreSQL's programs are called on this machine: the words of a command line. */
public final class PostgresCommand {

    private static final String SUPERUSER = "postgres";

    private PostgresCommand() {}

    /**
     * The command that runs a lean server in the foreground on 127.0.0.1, its pid being that of the
     * postmaster. The data folder is initialised first when it is not there.
     */
    public static List<String> server(Path data, int port) {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(data);
        }
        var command = program("postgres", "-D", data.toString(), "-p", Integer.toString(port));
        for (var setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=32MB",
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=256MB",
                "max_worker_processes=2",
                "io_method=sync",
                "jit=off",
                "log_min_messages=warning");
    }

    private static void initialise(Path data) {
        try {
            Files.createDirectories(data);
            var command = program("initdb", "-D", data.toString(), "-U", SUPERUSER, "-A", "trust");
            command.addAll(List.of("-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"));
            var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(initdb.getInputStream().readAllBytes());
            if (initdb.waitFor() != 0) {
                throw new IllegalStateException(
                        "PostgreSQL cannot initialise %s: %s".formatted(data, said.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run PostgreSQL's initdb", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was initialised", e);
        }
    }

    /** PostgreSQL refuses to be root; in a user namespace of its own it is not. */
    private static List<String> program(String name, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            requireUnshare();
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PostgresBinaries.folder().resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void requireUnshare() {
        try {
            var probe = new ProcessBuilder("unshare", "-U", "true").start();
            if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return;
            }
        } catch (IOException e) {
            // The same sentence helps.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root, and 'unshare -U' does not work here: run this"
                        + " as an ordinary user");
    }
}
