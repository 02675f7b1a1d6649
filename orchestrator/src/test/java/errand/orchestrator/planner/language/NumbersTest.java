package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in both languages. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "3,000|3000",
                "３０|30",
                "3k|3000",
                "1.2万|12000",
                "5百|500",
                "3千5|3500",
                "1万2千|12000",
                "三千五|3500",
                "一百二|120",
                "一百零二|102",
                "两万三|23000",
                "两|2",
                "俩|2",
                "仨|3",
                "十二|12",
                "二十|20",
                "两千零五十|2050",
                "三万|30000",
                "a dozen|12",
                "half a dozen|6",
                "a couple|2",
                "twenty-five|25",
                "two hundred and fifty|250",
                "thirty thousand|30000",
                "a hundred|100",
                "two dozen|24",
                "5w|50000"
            })
    void reads(String said, BigDecimal value) {
        assertThat(Numbers.parse(said).orElseThrow()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "很多", "many", "x1"})
    void is_no_number(String said) {
        assertThat(Numbers.parse(said)).isEmpty();
    }
}
