package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far ahead of this machine the business clock of a data folder is, once it was moved: what was
 * written then lies in the future, so the next {@code up} goes on from there.
 */
final class MovedClock {

    private MovedClock() {}

    static void keep(Deployment deployment) {
        var now = Instant.now();
        try {
            Files.writeString(
                    deployment.data().movedClock(),
                    Duration.between(now, deployment.clockAt(now)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the clock of the folder stands now; empty when it was never moved. */
    static Optional<Instant> of(DataFolder data) {
        try {
            return Files.exists(data.movedClock())
                    ? Optional.of(
                            Instant.now().plus(Duration.parse(Files.readString(data.movedClock()))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
