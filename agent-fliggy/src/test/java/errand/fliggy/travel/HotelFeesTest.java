package errand.fliggy.travel;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotelFeesTest {

    private static final List<Money> NIGHTS = List.of(Money.cny(200_000), Money.cny(230_000));

    @ParameterizedTest
    @CsvSource({
        "2026-12-06T17:59:59+08:00, 0",
        "2026-12-06T18:00:00+08:00, 200000",
        "2026-12-07T17:59:59+08:00, 200000",
        "2026-12-07T18:00:00+08:00, 430000"
    })
    void is_free_until_the_evening_before_then_one_night_then_all(String at, long fen) {
        Money fee =
                HotelFees.of(
                        NIGHTS,
                        LocalDate.parse("2026-12-07"),
                        ZoneId.of("Asia/Shanghai"),
                        OffsetDateTime.parse(at).toInstant());

        assertThat(fee).isEqualTo(Money.cny(fen));
    }
}
