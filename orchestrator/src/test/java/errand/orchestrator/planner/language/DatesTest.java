package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days; today is Monday, 23 November 2026. */
class DatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今天|2026-11-23",
                "明天|2026-11-24",
                "明早|2026-11-24",
                "后天|2026-11-25",
                "大后天|2026-11-26",
                "周五|2026-11-27",
                "这周五|2026-11-27",
                "下周五|2026-12-04",
                "下下周一|2026-12-07",
                "星期天|2026-11-29",
                "下个星期三|2026-12-02",
                "周末|2026-11-28",
                "两周后|2026-12-07",
                "三天后|2026-11-26",
                "半个月后|2026-12-08",
                "12月7号|2026-12-07",
                "十二月七日|2026-12-07",
                "12-07|2026-12-07",
                "2026年12月7日|2026-12-07",
                "下个月3号|2026-12-03",
                "28号|2026-11-28",
                "3号|2026-12-03",
                "1月2日|2027-01-02",
                "元旦|2027-01-01",
                "today|2026-11-23",
                "tonight|2026-11-23",
                "tomorrow|2026-11-24",
                "the day after tomorrow|2026-11-25",
                "in two weeks|2026-12-07",
                "three days from now|2026-11-26",
                "in a week|2026-11-30",
                "next Friday|2026-12-04",
                "this Saturday|2026-11-28",
                "on Friday|2026-11-27",
                "Friday|2026-11-27",
                "Dec 7|2026-12-07",
                "December 7th|2026-12-07",
                "7 December 2026|2026-12-07",
                "the 7th of December|2026-12-07",
                "2026-12-07|2026-12-07",
                "January 2|2027-01-02",
                "this weekend|2026-11-28",
                "Wednesday next week|2026-12-02",
                "Christmas Eve|2026-12-24"
            })
    void reads(String said, LocalDate day) {
        assertThat(days(said)).singleElement().extracting(Days::day).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12月11号到13号|2026-12-11|2026-12-13", "12月30日至1月2日|2026-12-30|2027-01-02",
                        "11号到13号|2026-12-11|2026-12-13",
                "Dec 18 through Dec 20|2026-12-18|2026-12-20",
                        "December 18-20|2026-12-18|2026-12-20",
                        "18 to 20 December|2026-12-18|2026-12-20"
            })
    void reads_ranges(String said, LocalDate from, LocalDate until) {
        assertThat(days(said)).containsExactly(new Days(from, until, Direction.UNSAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2月30号", "10号线", "上周五", "between 6 and 9pm", "3点半"})
    void is_no_day(String said) {
        assertThat(days(said)).isEmpty();
    }

    @Test
    void knows_the_day_of_coming_back() {
        assertThat(days("周五去，周日回"))
                .extracting(Days::direction)
                .containsExactly(Direction.OUT, Direction.BACK);
        assertThat(days("leave on Friday and return on Sunday"))
                .extracting(Days::direction)
                .containsExactly(Direction.OUT, Direction.BACK);
    }

    private static List<Days> days(String said) {
        return Dates.in(Texts.plain(said), TODAY).stream().map(Mention::value).toList();
    }
}
