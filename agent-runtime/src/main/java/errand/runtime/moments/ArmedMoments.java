package errand.runtime.moments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moments that a test arms by creating a file; the rename decides which of many threads stops. */
final class ArmedMoments implements Moments {

    private static final Logger LOG = LoggerFactory.getLogger(ArmedMoments.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    private final Path directory;

    ArmedMoments(Path directory) {
        this.directory = directory;
    }

    @Override
    public void reached(String moment, String detail) {
        Path armed = directory.resolve(moment);
        if (!Files.exists(armed) || !isMeant(armed, detail)) {
            return;
        }
        Path mine = directory.resolve(moment + ".taken-" + ProcessHandle.current().pid());
        try {
            Files.move(armed, mine, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(mine, ProcessHandle.current().pid() + " " + detail);
            Files.move(
                    mine, directory.resolve(moment + ".reached"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // another thread or process was first
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.warn("Holding at moment '{}' ({}) because a test asked for it", moment, detail);
        park(directory.resolve(moment + ".go"));
    }

    /** Text in the file is part of the detail that it waits for. */
    private static boolean isMeant(Path armed, String detail) {
        try {
            return detail.contains(Files.readString(armed).strip());
        } catch (IOException e) {
            return false; // another thread or process was first
        }
    }

    private static void park(Path go) {
        while (!Files.exists(go)) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
