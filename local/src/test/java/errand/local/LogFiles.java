package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an installation writes down, as whoever looks for a secret reads it. */
final class LogFiles {

    private LogFiles() {}

    /** Fails when any file of the installation's logs holds one of these, or there is no file. */
    static void holdNothingOf(Cli cli, String... secrets) throws IOException {
        try (var files = Files.walk(cli.data().resolve("logs"))) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(secrets);
            }
        }
    }
}
