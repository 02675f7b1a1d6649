package errand.flash;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.work.InMemoryInbox;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlashAgentTest {

    private final AgentHarness harness =
            AgentHarness.inMemory(
                    new FlashAgent(42), new InMemoryInbox(), SettableClock.onMondayMorning());

    @Test
    void knows_about_fifty_shops_the_same_under_the_same_seed() {
        List<Shop> shops = new Neighbourhood(42).shops();

        assertThat(shops).hasSizeBetween(50, 90);
        assertThat(shops.stream().map(Shop::shopId)).doesNotHaveDuplicates();
        assertThat(new Neighbourhood(42).shops()).isEqualTo(shops);
        assertThat(new Neighbourhood(43).shops()).isNotEqualTo(shops);
    }

    @Test
    void two_lattes_for_the_office_come_from_coffee_shops_nearby() {
        List<ShopOffer> offers = search("两杯拿铁", "西溪园区");

        assertThat(offers).isNotEmpty().allMatch(offer -> offer.kind().equals("咖啡"));
        assertThat(offers).allMatch(offer -> offer.metres() <= 5_000);
        assertThat(offers.getFirst().items())
                .isNotEmpty()
                .allMatch(item -> item.title().contains("拿铁"));
        assertThat(search("latte", "Xixi campus")).isNotEmpty();
    }

    @Test
    void puts_open_shops_first_and_then_the_nearest() {
        List<ShopOffer> offers = search("奶茶", "杭州市西湖区文华路3号");

        assertThat(offers)
                .isNotEmpty()
                .isSortedAccordingTo(
                        Comparator.comparing((ShopOffer offer) -> !offer.openNow())
                                .thenComparing(ShopOffer::metres));
    }

    @Test
    void is_open_from_the_minute_of_opening_until_closing() {
        Shop shop = new Neighbourhood(42).shops().getFirst();

        assertThat(shop.openAt(shop.opens())).isTrue();
        assertThat(shop.openAt(shop.opens().minusMinutes(1))).isFalse();
        assertThat(shop.openAt(shop.closes())).isFalse();
        assertThat(shop.openAt(LocalTime.NOON)).isTrue();
    }

    @Test
    void says_where_shops_deliver_when_it_does_not_know_a_place() {
        String input = "{\"text\":\"拿铁\",\"near\":\"火星\"}";

        assertThat(AgentHarness.failure(harness.call("flash.shop.search", input)).getMessage())
                .isEqualTo("“火星”不在配送范围内或无法识别，目前可送：西溪园区、杭州东站、西湖区、上城区、余杭区、滨江区、武林广场。");
    }

    private List<ShopOffer> search(String text, String near) {
        String input = "{\"text\":\"%s\",\"near\":\"%s\"}".formatted(text, near);
        return AgentHarness.output(harness.call("flash.shop.search", input), ShopOffers.class)
                .offers();
    }
}
