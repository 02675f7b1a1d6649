package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path folder;

    private DataFolder data = DataFolder.of(Path.of("."));

    @BeforeEach
    void create() {
        data = DataFolder.of(folder.resolve("data"));
        data.create();
    }

    @Test
    void a_number_that_belongs_to_somebody_else_by_now_is_nobodys() {
        var file = new PidFile(data, "broker");
        file.write(ProcessHandle.current().pid());
        assertThat(file.number()).contains(ProcessHandle.current().pid());
        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_process_that_names_service_and_data_is_the_service() throws Exception {
        var process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "read wait",
                                "-Derrand.service=broker",
                                "-Derrand.data=" + data.path())
                        .start();
        try {
            var file = new PidFile(data, "broker");
            file.write(process.pid());
            assertThat(file.process()).contains(process.toHandle());
            var other = new PidFile(data, "registry");
            other.write(process.pid());
            assertThat(other.process()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void nothing_written_is_nobody() {
        assertThat(new PidFile(data, "broker").process()).isEmpty();
    }
}
