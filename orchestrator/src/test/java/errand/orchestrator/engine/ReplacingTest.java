package errand.orchestrator.engine;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ReplacingTest {

    private final Replacing replacing = new Replacing();

    @Test
    void a_thread_that_died_is_replaced() {
        assertThat(replacing.handle(new StreamsException("once"))).isEqualTo(REPLACE_THREAD);
        assertThat(replacing.stopped()).isNull();
    }

    @Test
    void what_only_a_newer_version_knows_stops_the_engine_at_once_and_says_so() {
        Exception newer = new StreamsException(new EngineStopped("update this service"));
        assertThat(replacing.handle(newer)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replacing.stopped()).isEqualTo("update this service");
    }
}
