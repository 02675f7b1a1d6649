package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of a day. */
class TimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "下午|12:00|18:00",
                "晚上|18:00|",
                "早上||12:00",
                "上午||12:00",
                "三点半|15:30|",
                "下午3点以后|15:00|",
                "10点以前||10:00",
                "晚上8点|20:00|",
                "14:30之后|14:30|",
                "下午两点到五点|14:00|17:00",
                "9点左右|08:00|10:00",
                "中午前||12:00",
                "afternoon|12:00|18:00",
                "in the evening|18:00|",
                "morning||12:00",
                "after 2pm|14:00|",
                "before 10 am||10:00",
                "between 6 and 9pm|18:00|21:00",
                "from 9 to 11am|09:00|11:00",
                "3:30 pm|15:30|",
                "after 14:00|14:00|",
                "before noon||12:00",
                "at 7 in the evening|19:00|"
            })
    void reads(String said, String start, String end) {
        assertThat(times(said))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(String.valueOf(it.start())).isEqualTo(String.valueOf(start));
                            assertThat(String.valueOf(it.end())).isEqualTo(String.valueOf(end));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"上午10点前到", "arrive by 10am", "I must be there by 10am"})
    void knows_when_to_be_there(String said) {
        assertThat(times(said))
                .singleElement()
                .satisfies(it -> assertThat(it.arriveBefore()).hasToString("10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"早上好", "good evening", "3小时", "two nights", "for two"})
    void is_no_time(String said) {
        assertThat(times(said)).isEmpty();
    }

    @Test
    void knows_which_is_for_coming_back() {
        assertThat(times("早上去，晚上回"))
                .extracting(Window::direction)
                .containsExactly(Direction.OUT, Direction.BACK);
        assertThat(times("there in the morning and back in the evening"))
                .extracting(Window::direction)
                .containsExactly(Direction.OUT, Direction.BACK);
    }

    private static List<Window> times(String said) {
        return Times.in(Texts.plain(said)).stream().map(Mention::value).toList();
    }
}
