package errand.bench.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WishesTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-27T15:00:00+08:00");
    private static final Shop SHOP = new Shop("F1", "F1-1", 2, AT);

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "10, 3", "10, 1", "10000, 777", "7, 0"})
    void as_many_order_as_were_asked_to(int people, int orders) {
        var wishes = new Wishes(people, orders, 150, orders == 0 ? null : SHOP);

        assertThat(IntStream.range(0, people).filter(wishes::isOrder)).hasSize(orders);
    }

    @Test
    void who_orders_naps_first_and_pays_from_a_wallet_of_their_own() {
        JsonNode plan = json(new Wishes(2, 1, 150, SHOP).plan(1));

        assertThat(plan.path("user").asString()).isEqualTo("burst-1");
        assertThat(plan.path("steps").valueStream().map(step -> step.path("id").asString()))
                .containsExactly("nap", "quote", "ok", "hold", "auth", "order", "pay");
        JsonNode quote = plan.path("steps").path(1);
        assertThat(quote.path("needs").path(0).asString()).isEqualTo("nap");
        assertThat(quote.path("input").path("lines").path(0).path("quantity").asInt()).isEqualTo(2);
        assertThat(quote.path("input").path("deliverAt").asString())
                .isEqualTo("2026-11-27T15:00:00+08:00");
    }

    @Test
    void who_does_not_order_only_naps() {
        JsonNode plan = json(new Wishes(2, 0, 150, null).plan(0));

        assertThat(plan.path("steps")).hasSize(1);
        assertThat(plan.path("steps").path(0).path("input").path("ms").asInt()).isEqualTo(150);
    }

    @Test
    void nobody_orders_twice_or_nowhere() {
        assertThatThrownBy(() -> new Wishes(2, 3, 150, SHOP))
                .hasMessageStartingWith("2 people cannot make 3 orders");
        assertThatThrownBy(() -> new Wishes(2, 1, 150, null)).hasMessageContaining("a shop");
    }

    @ParameterizedTest
    @CsvSource({"3000, 2000, 2", "2000, 2000, 1", "0, 2000, 1", "2001, 1000, 3"})
    void a_shop_delivers_no_less_than_its_minimum(long minimum, long price, int quantity) {
        JsonNode found =
                json(
                        """
                        {"shops": [{"shopId": "F1", "minimumOrder": {"amount": %d},
                          "items": [{"itemId": "F1-1", "price": {"amount": %d}}]}]}"""
                                .formatted(minimum, price));

        assertThat(Shop.of(found, AT)).isEqualTo(new Shop("F1", "F1-1", quantity, AT));
    }

    @Test
    void no_shop_is_said() {
        assertThatThrownBy(() -> Shop.of(json("{\"shops\": [], \"note\": \"closed\"}"), AT))
                .hasMessageContaining("Nobody sells 奶茶")
                .hasMessageContaining("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T00:14:00Z, 2026-11-27T15:00:00+08:00",
        "2026-11-27T05:30:00Z, 2026-11-28T15:00:00+08:00",
        "2026-11-27T16:30:00Z, 2026-11-28T15:00:00+08:00"
    })
    void it_is_delivered_in_the_afternoon_of_china(Instant now, OffsetDateTime at) {
        assertThat(Shop.afternoon(now)).isEqualTo(at);
    }
}
