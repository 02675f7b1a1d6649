package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/**
 * A service of an installation that is started once more, as a process of its own, with one thing
 * of its environment changed so that it cannot start.
 */
record LiveStart(Process process, Path said) {

    /**
     * Returns at once.
     *
     * @param value of the variable instead; empty for none
     */
    static LiveStart of(Cli cli, String service, String variable, String value) throws IOException {
        var running = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        var ports = new HashMap<>(running.ports());
        ports.put(service, FreePort.any());
        var alone = running.withPorts(ports);
        var said = Files.createTempFile(service, ".txt");
        var builder =
                new ProcessBuilder(JavaCommand.service(alone, alone.service(service)))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(cli.environment());
        builder.environment().put(variable, value);
        return new LiveStart(builder.start(), said);
    }

    /** What it says before it ends; fails when it does not end, ends well, or tells a secret. */
    String refusal() throws IOException, InterruptedException {
        try {
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            var text = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(ended).as(text).isTrue();
            assertThat(process.exitValue()).as(text).isNotZero();
            assertThat(text).doesNotContain(Vendors.secrets());
            return text;
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
