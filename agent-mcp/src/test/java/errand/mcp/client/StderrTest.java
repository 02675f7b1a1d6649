package errand.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StderrTest {

    private final AtomicLong now = new AtomicLong();
    private final List<String> log = new ArrayList<>();
    private final Stderr stderr = new Stderr(log::add, now::get);

    @Test
    void cuts_what_is_long_and_shows_no_control_characters() {
        stderr.accept("a\u001b[31mb" + "x".repeat(10_000));
        assertThat(log.getFirst()).startsWith("a [31mb").hasSize(500);
    }

    @Test
    void counts_what_is_too_much_for_a_minute() {
        for (int i = 0; i < 250; i++) {
            stderr.accept("line " + i);
        }
        assertThat(log).hasSize(100);
        now.addAndGet(61_000_000_000L);
        stderr.accept("later");
        assertThat(log.subList(100, 102))
                .containsExactly("(150 more lines in a minute were left out)", "later");
    }
}
