package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.engine.Output.Mark;
import errand.orchestrator.engine.Stored.Sent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentFormatTest {

    private static final Output EVENT =
            new Output("t", bytes("k"), bytes("值"), List.of(Mark.of("a", "1"), Mark.of("b", "")));

    @SuppressWarnings("NullAway") // does not see that key and value may be null
    private static final Output TOMBSTONE = new Output("t.x", null, null, List.of());

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void outputs_come_back_as_they_were_with_null_for_null() {
        assertThat(Sent.of(7, List.of(EVENT, TOMBSTONE)).outputs())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(EVENT, TOMBSTONE);
        assertThat(Sent.of(7, List.of()).outputs()).isEmpty();
    }

    @Test
    void the_format_is_the_one_that_changelogs_hold() {
        assertThat(HexFormat.of().formatHex(SentFormat.write(7, List.of(TOMBSTONE))))
                .isEqualTo(
                        "0000000000000007"
                                + "00000001"
                                + "00000003742e78"
                                + "ffffffff"
                                + "ffffffff"
                                + "00000000");
    }

    @Test
    void one_after_the_other_is_taken_from_a_buffer_and_what_follows_is_left() {
        byte[] first = SentFormat.write(7, List.of(EVENT, TOMBSTONE));
        byte[] second = SentFormat.write(8, List.of(TOMBSTONE, EVENT));
        ByteBuffer in = ByteBuffer.allocate(first.length + second.length + 1);
        in.put(first).put(second).put((byte) 9).flip();

        Sent one = SentFormat.next(in);
        Sent other = SentFormat.next(in);

        assertThat(one.offset()).isEqualTo(7);
        assertThat(one.bytes()).isEqualTo(first);
        assertThat(other.offset()).isEqualTo(8);
        assertThat(other.bytes()).isEqualTo(second);
        assertThat(in.get()).isEqualTo((byte) 9);
    }
}
