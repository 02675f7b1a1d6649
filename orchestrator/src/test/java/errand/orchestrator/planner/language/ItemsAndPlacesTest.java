package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Things to order, and places in free words. */
class ItemsAndPlacesTest {

    private static final Map<String, String> OWN = Map.of("公司", "西溪园区", "妈妈", "拱墅区");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "帮我点两杯拿铁送到公司|拿铁*2",
                "三份黄焖鸡米饭和12瓶可乐|黄焖鸡米饭*3 可乐*12",
                "来杯美式|美式*1",
                "家里没牛奶了，帮我买两盒送到家|牛奶*2",
                "没时间了，点两杯拿铁送到公司|拿铁*2",
                "买两盒送到家|''",
                "来两份回锅肉|回锅肉*2",
                "来一杯冰美式|冰美式*1",
                "两打啤酒|啤酒*24",
                "给我们三个人点奶茶送到公司|奶茶*0",
                "two lattes to my office|latte*2",
                "order a dozen bubble teas|bubble tea*12",
                "a latte and two americanos|latte*1 americano*2",
                "three bottles of cola|cola*3",
                "get me an iced americano|iced americano*1"
            })
    void reads_things(String said, String expected) {
        String found =
                Sentence.of(said, LocalDate.of(2026, 11, 23)).items().stream()
                        .map(it -> it.text() + "*" + it.quantity())
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "从西溪园区到杭州东站怎么走最快|西溪园区|杭州东站",
                "西湖去灵隐寺打车多久|西湖|灵隐寺",
                "我在西湖边，要去萧山机场|西湖边|萧山机场",
                "去外滩怎么走|-|外滩",
                "到外滩，从人民广场出发|人民广场|外滩",
                "Fastest way from Xixi campus to Hangzhou East station|Xixi campus|Hangzhou East station",
                "how do I get to the Bund from People's Square?|People's Square|Bund",
                "between West Lake and the airport|West Lake|airport",
                "get to the Bund by metro|-|Bund"
            })
    void reads_ways(String said, String from, String to) {
        Places.Way way = Places.way(Texts.plain(said));
        assertThat(way.from() == null ? "-" : way.from()).isEqualTo(from);
        assertThat(way.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "公司前台|西溪园区前台",
                "公司|西溪园区",
                "my office reception|西溪园区 reception",
                "the office|西溪园区",
                "妈妈家|拱墅区",
                "家乐福|家乐福",
                "家|-",
                "home|-",
                "外滩18号|外滩18号"
            })
    void knows_the_persons_own_places(String said, String address) {
        assertThat(Places.address(said, OWN).orElse("-")).isEqualTo(address);
    }
}
