package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where one installation keeps all it has on disk, and what lies where in it. */
record DataFolder(Path path) {

    private static final String MARK = "errand.txt";
    private static final String MARK_TEXT =
            "Data of Errand. `./errand up --fresh` deletes this folder.\n";

    static DataFolder of(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    Path run() {
        return path.resolve("run");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String service) {
        return logs().resolve(service + ".log");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path deployment() {
        return run().resolve("deployment.json");
    }

    Path movedClock() {
        return path.resolve("clock.txt");
    }

    Path ports() {
        return path.resolve("ports.json");
    }

    boolean isOurs() {
        return Files.exists(path.resolve(MARK));
    }

    /** Makes the folders; a folder that holds somebody else's files is refused. */
    void create() {
        if (!isOurs() && !isEmpty()) {
            throw new Complaint(
                    "%s holds files that are not Errand's. Choose another folder with --data."
                            .formatted(path));
        }
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
            Files.writeString(path.resolve(MARK), MARK_TEXT);
        } catch (IOException e) {
            throw new Complaint(
                    "Cannot write to %s (%s). Choose another folder with --data."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    /** Deletes all that is in it, if it is ours. */
    void wipe() {
        if (!Files.exists(path) || isEmpty()) {
            return;
        }
        if (!isOurs()) {
            throw new Complaint(
                    "%s does not look like a data folder of Errand, so --fresh does not delete it."
                            .formatted(path));
        }
        try (var files = Files.walk(path)) {
            // The mark goes last: what was wiped by half is still ours.
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path) && !file.endsWith(MARK)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path.resolve(MARK));
        } catch (IOException e) {
            throw new Complaint("Cannot delete %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    private boolean isEmpty() {
        if (!Files.exists(path)) {
            return true;
        }
        if (!Files.isDirectory(path)) {
            throw new Complaint("%s is not a folder. Choose another with --data.".formatted(path));
        }
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
