package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.engine.Output.Mark;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class LatestStoreTest {

    private static final byte[] KEY = {1};

    private final LatestStore store = new LatestStore("test");

    @Test
    void a_restore_keeps_the_record_with_the_highest_applied_offset() {
        restore(stored(5), stored(8), stored(7));
        assertThat(applied()).isEqualTo(8);
    }

    @Test
    void of_two_with_the_same_applied_offset_the_later_one_counts() {
        byte[] bare = StoredFormat.write(StoredFormat.read(stored(5)).withoutSent());
        restore(stored(5), bare);
        assertThat(store.get(Bytes.wrap(KEY))).isEqualTo(bare);
    }

    @Test
    void a_late_record_does_not_bring_back_what_was_forgotten() {
        restore(stored(8), null, stored(7));
        assertThat(store.get(Bytes.wrap(KEY))).isNull();
    }

    @Test
    void what_begins_anew_after_it_was_forgotten_counts() {
        restore(stored(8), null, stored(9));
        assertThat(applied()).isEqualTo(9);
    }

    /** An instance that lost the partition may still have had a tombstone in its buffer. */
    @Test
    void a_late_tombstone_takes_away_nothing_that_runs() {
        restore(stored(8), running(9), null);
        assertThat(applied()).isEqualTo(9);
    }

    @Test
    void a_stored_conversation_survives_the_way_through_bytes() {
        byte[] bytes = stored(5);
        assertThat(StoredFormat.write(StoredFormat.read(bytes))).isEqualTo(bytes);
        assertThat(StoredFormat.applied(bytes)).isEqualTo(5);
        assertThat(StoredFormat.touched(bytes)).isEqualTo(77);
        assertThat(StoredFormat.due(bytes)).isEqualTo(Stored.NEVER);
        assertThat(StoredFormat.idle(bytes)).isTrue();
        assertThat(StoredFormat.holdsSent(bytes)).isTrue();
    }

    @Test
    void a_format_that_only_a_newer_version_knows_stops_the_engine() {
        byte[] newer = stored(5);
        newer[0] = 4;
        assertThatThrownBy(() -> restore(newer))
                .isInstanceOf(EngineStopped.class)
                .hasMessage(
                        "The engine's changelog holds a record of format 4; this version reads format 3. A newer version wrote it: update this service.");
    }

    private long applied() {
        return StoredFormat.applied(store.get(Bytes.wrap(KEY)));
    }

    private void restore(byte[]... values) {
        for (byte[] value : values) {
            store.restoreAll(List.of(KeyValue.pair(KEY, value)));
        }
    }

    private static byte[] running(long applied) {
        return stored(applied, Talk.NONE.after(new Fact.ThinkingAsked(Plans.THINKING)));
    }

    private static byte[] stored(long applied) {
        return stored(applied, Talk.NONE);
    }

    private static byte[] stored(long applied, Talk talk) {
        Output output =
                new Output("topic", new byte[] {2}, null, List.of(Mark.of("name", "värde")));
        return StoredFormat.write(
                new Stored(
                        applied,
                        77,
                        new Conversation("c_1", 3, Plans.NOON, Map.of(), talk),
                        new Traces(Map.of("p_1", Trace.of(null, "c_1"))),
                        List.of(Stored.Sent.of(applied, List.of(output)))));
    }
}
