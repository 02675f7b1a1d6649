package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People, nights and rooms. */
class CountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12个人|12",
                "俩人|2",
                "我们三个|3",
                "12人|12",
                "两大一小|3",
                "一家三口|3",
                "两个大人带一个孩子|3",
                "2 adults and 2 kids|4",
                "15位同事|15",
                "一个人|1",
                "我和女朋友|2",
                "明早从上海到南京的高铁票，两张|2",
                "party of 5|5",
                "the two of us|2",
                "a table for four|4",
                "12 people|12",
                "for 12, please|12",
                "a dozen people|12",
                "just me|1",
                "20 colleagues|20",
                "me and my wife|2"
            })
    void counts_people(String said, int people) {
        assertThat(values(Counts.people(said))).containsExactly(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"人均150", "三人间", "for two nights", "for three days", "two lattes"})
    void are_no_people(String said) {
        assertThat(Counts.people(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "住两晚|2",
                "两天一晚|1",
                "三天两夜|2",
                "2 days 1 night|1",
                "3 nights|3",
                "two nights|2",
                "overnight|1",
                "玩三天|2",
                "a 2-day trip|1"
            })
    void counts_nights(String said, int nights) {
        assertThat(values(Counts.nights(said))).first().isEqualTo(nights);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"两间房|2", "3间大床房|3", "two twin rooms|2", "6 rooms|6", "一间|1"})
    void counts_rooms(String said, int rooms) {
        assertThat(values(Counts.rooms(said))).containsExactly(rooms);
    }

    private static List<Integer> values(List<Mention<Integer>> found) {
        return found.stream().map(Mention::value).toList();
    }
}
