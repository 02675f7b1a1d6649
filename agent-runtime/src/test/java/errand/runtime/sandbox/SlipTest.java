package errand.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.sandbox.Slip.Wanted;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @Test
    void is_read_as_it_was_written_whatever_the_address_says() {
        Slip slip =
                new Slip(
                        DAY,
                        List.of(new Wanted("F001-2", 2), new Wanted("F001-3", 1)),
                        "西溪园区; 3号楼, 前台 *");

        assertThat(Slip.of(slip.offerId())).contains(slip);
        assertThat(slip.quantityOf("F001-2")).isEqualTo(2);
    }

    @Test
    void puts_the_same_thing_together() {
        Slip slip = new Slip(DAY, List.of(new Wanted("A", 2), new Wanted("A", 3)), "");

        assertThat(slip.lines()).containsExactly(new Wanted("A", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S001",
                "2026-11-23;;",
                "2026-11-23;A*x;",
                "today;A*1;",
                "2026-11-23;*1;"
            })
    void is_not_any_text(String text) {
        assertThat(Slip.of(text)).isEmpty();
    }
}
