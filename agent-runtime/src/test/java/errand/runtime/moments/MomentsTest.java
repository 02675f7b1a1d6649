package errand.runtime.moments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentsTest {

    @TempDir Path directory;

    @Test
    void an_unarmed_moment_passes() {
        Moments.in(directory).reached(Moments.BEFORE_EFFECT, "t1");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_armed_moment_holds_the_thread_until_it_may_go() throws Exception {
        Files.createFile(directory.resolve("before-effect"));
        Path reached = directory.resolve("before-effect.reached");

        CompletableFuture<Void> held =
                CompletableFuture.runAsync(
                        () -> Moments.in(directory).reached(Moments.BEFORE_EFFECT, "p1/a/do/1"));
        while (!Files.exists(reached)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        assertThat(reached).hasContent(ProcessHandle.current().pid() + " p1/a/do/1");
        assertThat(held).isNotDone();

        Moments.in(directory).reached(Moments.BEFORE_EFFECT, "another passes");
        Files.createFile(directory.resolve("before-effect.go"));
        held.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_moment_armed_for_one_task_lets_others_pass() throws Exception {
        Path armed = Files.writeString(directory.resolve("before-effect"), "/pay/do/\n");
        Moments moments = Moments.in(directory);

        moments.reached(Moments.BEFORE_EFFECT, "p1/book/do/1");
        assertThat(armed).exists();

        Files.createFile(directory.resolve("before-effect.go"));
        moments.reached(Moments.BEFORE_EFFECT, "p1/pay/do/1");
        assertThat(armed).doesNotExist();
        assertThat(directory.resolve("before-effect.reached"))
                .hasContent(ProcessHandle.current().pid() + " p1/pay/do/1");
    }
}
