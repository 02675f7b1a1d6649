package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Talk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Which idle conversations are forgotten, and when. Times in milliseconds since 0. */
class ShelfTest {

    private static final long EVERYTHING = Long.MAX_VALUE;

    private final LatestStore store = new LatestStore("shelf");

    @Test
    void an_idle_conversation_leaves_in_two_steps() {
        Shelf shelf = shelf(10);
        put(shelf, "c_1", 0, Talk.NONE);
        shelf.letGo(4_999, 10, EVERYTHING, EVERYTHING);
        assertThat(holdsSent("c_1")).isTrue();
        shelf.letGo(5_000, 10, EVERYTHING, EVERYTHING);
        assertThat(holdsSent("c_1")).isFalse();
        shelf.letGo(3_599_999, 10, EVERYTHING, EVERYTHING);
        assertThat(shelf.idle()).isEqualTo(1);
        shelf.letGo(3_600_000, 10, EVERYTHING, EVERYTHING);
        assertThat(shelf.idle()).isZero();
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void nothing_is_forgotten_that_the_view_may_not_have() {
        Shelf shelf = shelf(10);
        put(shelf, "c_1", 0, Talk.NONE);
        shelf.letGo(5_000, 10, EVERYTHING, 0);
        assertThat(holdsSent("c_1")).isFalse();
        shelf.letGo(9_000_000, 10, EVERYTHING, 7); // its last input stands at 7
        assertThat(shelf.idle()).isEqualTo(1);
        shelf.letGo(9_000_000, 10, 7, EVERYTHING);
        assertThat(shelf.idle()).isEqualTo(1);
        shelf.letGo(9_000_000, 10, 8, 8);
        assertThat(shelf.idle()).isZero();
    }

    /** Ten may be remembered for an hour; of twelve the oldest go when nobody can write late. */
    @Test
    void of_too_many_the_oldest_are_forgotten_earlier_but_not_before_late_writes_have_come() {
        Shelf shelf = shelf(10);
        for (int i = 0; i < 12; i++) {
            put(shelf, "c_" + i, i * 1_000, Talk.NONE);
        }
        put(shelf, "c_runs", 0, Talk.NONE.after(new Fact.ThinkingAsked(Plans.THINKING)));
        shelf.letGo(20_000, 100, EVERYTHING, EVERYTHING);
        shelf.letGo(899_999, 100, EVERYTHING, EVERYTHING);
        assertThat(shelf.idle()).isEqualTo(12);
        shelf.letGo(901_000, 100, EVERYTHING, EVERYTHING);
        assertThat(shelf.idle()).isEqualTo(10);
        assertThat(store.get(key("c_0"))).isNull();
        assertThat(store.get(key("c_1"))).isNull();
        assertThat(store.get(key("c_2"))).isNotNull();
        shelf.letGo(1_800_000, 100, EVERYTHING, EVERYTHING);
        assertThat(shelf.idle()).as("no more than ten: they stay for an hour").isEqualTo(10);
        assertThat(shelf.live()).isEqualTo(1);
    }

    private Shelf shelf(int rememberAtMost) {
        return new Shelf(
                store,
                new EngineSettings(
                        EngineSettings.AT_LEAST_ONCE,
                        1,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        Duration.ofHours(1),
                        rememberAtMost,
                        Duration.ofMinutes(15),
                        Duration.ofMillis(50),
                        100,
                        16,
                        1_000_000));
    }

    private static void put(Shelf shelf, String id, long touched, Talk talk) {
        Output output = new Output("topic", new byte[] {2}, new byte[] {3}, List.of());
        Stored stored =
                new Stored(
                        7,
                        touched,
                        new Conversation(id, 3, Plans.NOON, Map.of(), talk),
                        Traces.NONE,
                        List.of(Stored.Sent.of(7, List.of(output))));
        shelf.put(key(id), stored, StoredFormat.write(stored));
    }

    private boolean holdsSent(String id) {
        return StoredFormat.holdsSent(Objects.requireNonNull(store.get(key(id))));
    }

    private static Bytes key(String id) {
        return Bytes.wrap(id.getBytes(StandardCharsets.UTF_8));
    }
}
