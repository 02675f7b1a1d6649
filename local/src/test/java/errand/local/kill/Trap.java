package errand.local.kill;

import static org.awaitility.Awaitility.await;

import errand.runtime.moments.Moments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * The files by which a process is held at a moment ({@link Moments}). Knows nothing of processes.
 */
record Trap(Path directory) {

    private static final List<String> MOMENTS =
            List.of(
                    Moments.BEFORE_EFFECT,
                    Moments.AFTER_EFFECT_BEFORE_REPLY,
                    Moments.AFTER_REPLY_BEFORE_ACK,
                    Moments.AFTER_OUTPUTS_BEFORE_COMMIT);

    /**
     * Who was caught.
     *
     * @param detail what it was doing
     */
    record Caught(long pid, String detail) {}

    /** Catches the next one to come by whose detail contains this text. */
    void set(String moment, String detail) throws IOException {
        var half = Files.writeString(directory.resolve(moment + ".half"), detail);
        Files.move(half, directory.resolve(moment), StandardCopyOption.ATOMIC_MOVE);
    }

    Caught awaitCaught(String moment, Duration atMost) throws IOException {
        var reached = directory.resolve(moment + ".reached");
        await("somebody at " + moment)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(reached));
        var words = Files.readString(reached).split(" ", 2);
        return new Caught(Long.parseLong(words[0]), words[1]);
    }

    void release(String moment) throws IOException {
        Files.writeString(directory.resolve(moment + ".go"), "");
    }

    /** Lets go whomever an earlier round still holds, and forgets that round. */
    void clear() throws IOException, InterruptedException {
        boolean holds = false;
        for (var moment : MOMENTS) {
            Files.deleteIfExists(directory.resolve(moment));
            if (Files.exists(directory.resolve(moment + ".reached"))
                    && !Files.exists(directory.resolve(moment + ".go"))) {
                release(moment);
                holds = true;
            }
        }
        if (holds) {
            Thread.sleep(Duration.ofMillis(200));
        }
        for (var moment : MOMENTS) {
            Files.deleteIfExists(directory.resolve(moment + ".reached"));
            Files.deleteIfExists(directory.resolve(moment + ".go"));
        }
    }
}
