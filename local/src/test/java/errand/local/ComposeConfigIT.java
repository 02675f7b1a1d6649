package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether Compose itself reads docker-compose.yml; needs the command, not an engine. */
@Tag("compose")
class ComposeConfigIT {

    private static final List<List<String>> COMMANDS =
            List.of(List.of("docker", "compose"), List.of("docker-compose"));

    private record Ended(int code, String said) {}

    @Test
    void compose_reads_the_file_and_knows_all_services() throws Exception {
        var compose = command();
        assertThat(run(compose, "config", "--quiet")).isEqualTo(new Ended(0, ""));
        assertThat(run(compose, "config", "--services").said().lines())
                .contains("kafka", "registry", "postgres", "orchestrator", "prometheus", "grafana")
                .contains("agent-taobao", "agent-flash", "agent-amap")
                .contains("agent-alipay", "agent-fliggy");
    }

    private static List<String> command() throws InterruptedException {
        for (var command : COMMANDS) {
            try {
                if (run(command, "version").code() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // Not on this machine.
            }
        }
        return abort(
                "no Compose: neither 'docker compose' nor 'docker-compose' is here. On Debian: apt-get install docker-compose");
    }

    private static Ended run(List<String> compose, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(compose);
        command.addAll(List.of(words));
        var process =
                new ProcessBuilder(command)
                        .directory(Path.of("..").toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said.strip());
    }
}
