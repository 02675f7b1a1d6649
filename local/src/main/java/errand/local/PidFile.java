package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The number of a service's process, in {@code DATA/run/NAME.pid}. A number that by now belongs to
 * somebody else's process (after a reboot, say) counts as none: it is never killed.
 */
record PidFile(DataFolder data, String service) {

    private Path path() {
        return data.run().resolve(service + ".pid");
    }

    void write(long pid) {
        try {
            var half = data.run().resolve(service + ".pid.half");
            Files.writeString(half, pid + "\n");
            Files.move(
                    half,
                    path(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number as written, whoever has it now. */
    Optional<Long> number() {
        try {
            return Optional.of(Long.valueOf(Files.readString(path()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The running process, if it is really this service on this data. */
    Optional<ProcessHandle> process() {
        return number().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::isIt);
    }

    private boolean isIt(ProcessHandle process) {
        var command = CommandLine.of(process);
        return command.contains(data.path().toString())
                && (command.contains("-Derrand.service=" + service + " ")
                        || (service.equals(Services.POSTGRES.name())
                                && command.contains(data.postgres().toString())));
    }
}
