package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of a data folder; the operating system frees it however that ends. */
final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<RunLock> take(DataFolder data) {
        try {
            var channel =
                    FileChannel.open(
                            data.run().resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // This very JVM has it.
            }
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isTaken(DataFolder data) {
        if (!Files.exists(data.run())) {
            return false;
        }
        var lock = take(data);
        lock.ifPresent(RunLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
