package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_stand_below_each_other_also_with_chinese_in_them() {
        var bytes = new ByteArrayOutputStream();
        Table.print(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                List.of("step", "does"),
                List.of(List.of("查高铁", "a"), List.of("x", "b")));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("step    does\n查高铁  a\nx       b\n");
    }
}
