package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jpountz.lz4.LZ4Exception;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void what_repeats_itself_takes_less_and_comes_back_whole() {
        byte[] full = "{\"steps\":[]}".repeat(200).getBytes(StandardCharsets.UTF_8);
        byte[] packed = Packing.pack(full);
        assertThat(packed.length).isLessThan(full.length / 10);
        assertThat(Packing.unpack(behindTwo(packed), 2)).isEqualTo(full);
        assertThat(Packing.fullSize(packed, 0)).isEqualTo(full.length);
    }

    @Test
    void what_is_short_stays_as_it_is() {
        byte[] full = new byte[511];
        assertThat(Packing.pack(full)).isSameAs(full);
    }

    @Test
    void what_has_no_order_is_larger_and_comes_back_whole() {
        byte[] full = new byte[4_000];
        new Random(1).nextBytes(full);
        byte[] packed = Packing.pack(full);
        assertThat(packed.length).isGreaterThan(full.length);
        assertThat(Packing.unpack(packed, 0)).isEqualTo(full);
    }

    @Test
    void what_was_damaged_is_refused_rather_than_made_up() {
        byte[] packed = Packing.pack("{\"steps\":[]}".repeat(200).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 5);
        assertThatThrownBy(() -> Packing.unpack(cut, 0)).isInstanceOf(LZ4Exception.class);
    }

    private static byte[] behindTwo(byte[] packed) {
        return ByteBuffer.allocate(2 + packed.length).put(new byte[2]).put(packed).array();
    }
}
