package errand.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final List<EventReader.Event> told = new ArrayList<>();
    private final EventReader reader = new EventReader(told::add);

    private void read(String text) {
        text.lines().forEach(reader::line);
    }

    @Test
    void puts_events_together_and_leaves_comments_out() {
        read(
                """
                : ping

                id: 3-1-0
                event: step
                data: {"a":
                data:1}

                data: x

                """);

        assertThat(told)
                .containsExactly(
                        new EventReader.Event("3-1-0", "step", "{\"a\":\n1}"),
                        new EventReader.Event("", "message", "x"));
    }

    @Test
    void an_event_that_is_not_whole_yet_is_not_told() {
        read("id: 3-1-0\ndata: x");

        assertThat(told).isEmpty();
    }

    @Test
    void tells_the_number_of_what_was_said_here() {
        assertThat(Talk.number("你好 #17")).isEqualTo(17);
        assertThat(Talk.number("你好")).isEqualTo(-1);
    }
}
