package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money as a bound. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "预算3万|30000|TOTAL",
                "总预算三万|30000|TOTAL",
                "三千五以内|3500|TOTAL",
                "500块|500|TOTAL",
                "¥800|800|TOTAL",
                "不超过800元|800|TOTAL",
                "别超过一千二|1200|TOTAL",
                "最多2k|2000|TOTAL",
                "人均150|150|PERSON",
                "每人不超过200|200|PERSON",
                "每晚500以内|500|NIGHT",
                "500块一晚|500|NIGHT",
                "每晚别超过500|500|NIGHT",
                "under 800 yuan|800|TOTAL",
                "RMB 1,500|1500|TOTAL",
                "budget is 30k|30000|TOTAL",
                "30,000 in all|30000|TOTAL",
                "no more than 2k|2000|TOTAL",
                "under 600 yuan a night|600|NIGHT",
                "150 yuan per person|150|PERSON",
                "a 3000 yuan budget|3000|TOTAL",
                "at most five hundred yuan|500|TOTAL"
            })
    void reads(String said, long yuan, Amount.Per per) {
        assertThat(Amounts.in(said))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.value().money().amount()).isEqualTo(yuan * 100);
                            assertThat(it.value().per()).isEqualTo(per);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一共12个人",
                "最多3小时",
                "within 3 days",
                "我们一块去",
                "under 5 minutes",
                "at most two nights",
                "两杯拿铁",
                "三天内"
            })
    void is_no_money(String said) {
        assertThat(Amounts.in(said)).isEmpty();
    }
}
