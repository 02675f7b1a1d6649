package errand.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.work.InMemoryInbox;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaobaoAgentTest {

    private final AgentHarness harness =
            AgentHarness.inMemory(
                    new TaobaoAgent(42), new InMemoryInbox(), SettableClock.onMondayMorning());

    @Test
    void has_about_two_hundred_goods_the_same_under_the_same_seed() {
        List<Good> goods = new Catalogue(42).goods();

        assertThat(goods).hasSizeBetween(180, 260);
        assertThat(goods.stream().map(Good::skuId)).doesNotHaveDuplicates();
        assertThat(new Catalogue(42).goods()).isEqualTo(goods);
        assertThat(new Catalogue(43).goods()).isNotEqualTo(goods);
    }

    @ParameterizedTest
    @CsvSource({"轻薄本, 笔记本电脑", "light laptop, 笔记本电脑", "团建 活动物资, 团建物资", "猫粮, 猫粮", "养花, 园艺"})
    void finds_what_fits_best_first(String text, String category) {
        assertThat(search("{\"text\":\"%s\"}".formatted(text)).getFirst().category())
                .isEqualTo(category);
    }

    @Test
    void keeps_to_the_highest_price() {
        List<GoodsOffer> offers =
                search("{\"text\":\"轻薄本\",\"maxPrice\":{\"amount\":300000,\"currency\":\"CNY\"}}");

        assertThat(offers).isNotEmpty().allMatch(offer -> offer.price().amount() <= 300_000);
        assertThat(search("{\"text\":\"轻薄本\"}"))
                .anyMatch(offer -> offer.price().amount() > 300_000);
    }

    @Test
    void keeps_to_the_day_of_arrival() {
        LocalDate today =
                LocalDate.ofInstant(SettableClock.MONDAY_MORNING, ZoneId.of("Asia/Shanghai"));
        List<GoodsOffer> offers =
                search("{\"text\":\"团建\",\"deliverBy\":\"%s\"}".formatted(today.plusDays(2)));

        assertThat(offers)
                .isNotEmpty()
                .allMatch(offer -> !offer.arrivesBy().isAfter(today.plusDays(2)));
    }

    @Test
    void finds_nothing_rather_than_anything() {
        assertThat(search("{\"text\":\"zeppelin\"}")).isEmpty();
    }

    private List<GoodsOffer> search(String input) {
        return AgentHarness.output(harness.call("taobao.goods.search", input), GoodsOffers.class)
                .offers();
    }
}
