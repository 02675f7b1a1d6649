package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.log.Settled;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people say, capability by capability: the plans of examples/scenarios, without a planner.
 */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class ScenarioPlansIT implements Settled {

    private final Running running;
    private final Client api;
    private final Plans plans;

    ScenarioPlansIT(Running running) {
        this.running = running;
        this.api = running.api();
        this.plans = new Plans(api);
    }

    @Override
    public Addresses addresses() {
        return running.addresses();
    }

    @Override
    public int conversationsAtLeast() {
        return 9;
    }

    private static JsonNode output(JsonNode plan, String step) {
        return Steps.output(plan, step);
    }

    @Test
    void s1_the_fastest_way_by_car_by_train_and_by_taxi() {
        JsonNode plan = plans.done(Plans.scenario("s01-fastest-way"));
        assertThat(List.of("drive", "transit", "taxi"))
                .allSatisfy(
                        step ->
                                assertThat(output(plan, step).path("minutes").asInt())
                                        .isBetween(5, 180));
        assertThat(output(plan, "taxi").path("cost").path("amount").asLong()).isPositive();
    }

    @Test
    void s2_trains_of_an_afternoon() {
        JsonNode offers = output(plans.done(Plans.scenario("s02-trains")), "trains").path("offers");
        assertThat(offers).isNotEmpty();
        assertThat(offers)
                .allSatisfy(
                        offer -> {
                            assertThat(offer.path("departAt").asString().substring(11, 16))
                                    .isGreaterThanOrEqualTo("12:00");
                            assertThat(offer.path("trainNo").asString()).startsWith("G");
                        });
    }

    @Test
    void s5_laptops_by_what_one_pays_in_the_end() {
        JsonNode plan = plans.done(Plans.scenario("s05-compare-laptops"));
        List<Long> payable =
                output(plan, "found")
                        .path("offers")
                        .valueStream()
                        .map(offer -> offer.path("payable").path("amount").asLong())
                        .toList();
        assertThat(payable).isNotEmpty().isSorted().allMatch(fen -> fen <= 300_000);
        List<Long> quoted =
                output(plan, "quotes")
                        .valueStream()
                        .map(quote -> quote.path("quote").path("total").path("amount").asLong())
                        .toList();
        assertThat(quoted).isEqualTo(payable.subList(0, 3));
    }

    @Test
    void s6_the_second_of_the_list_in_black() {
        JsonNode plan = plans.done(Plans.scenario("s06-second-in-black"));
        assertThat(output(plan, "black").path("title").asString()).contains("黑色");
        assertThat(output(plan, "black").path("seller"))
                .isEqualTo(output(plan, "found").path("offers").path(1).path("seller"));
    }

    @Test
    void s7_the_weather_and_where_people_go() {
        JsonNode plan = plans.done(Plans.scenario("s07-weather-and-sights"));
        boolean rain = output(plan, "weather").path("rain").asBoolean();
        assertThat(output(plan, "stars").path("places")).hasSize(10);
        assertThat(output(plan, "places").path("places"))
                .isNotEmpty()
                .allSatisfy(
                        place -> assertThat(!rain || place.path("indoor").asBoolean()).isTrue());
    }

    @Test
    void s8_and_s10_lattes_to_the_company_and_cancelled_again_are_refunded_once() {
        JsonNode ordered = plans.agreedTo(Plans.scenario("s08-lattes"));
        assertThat(output(ordered, "order").toString()).contains("×2");

        ObjectNode cancel = Plans.scenario("s10-cancel-order");
        ((ObjectNode) cancel.path("in"))
                .put("orderId", output(ordered, "order").path("orderId").asString())
                .put("captureId", output(ordered, "pay").path("captureId").asString());
        JsonNode asked = api.awaitPlan(plans.submit(cancel), "awaiting-consent", "done", "failed");
        while (asked.path("state").asString().equals("awaiting-consent")) {
            api.answerCard(asked, "grant");
            asked =
                    api.awaitPlan(
                            asked.path("id").asString(), "done", "failed", "awaiting-consent");
        }
        assertThat(asked.path("state").asString()).as(asked.toPrettyString()).isEqualTo("done");
        assertThat(output(asked, "refund").path("refunded").path("amount").asLong())
                .isEqualTo(output(asked, "cancel").path("refund").path("amount").asLong())
                .isPositive();
    }

    @Test
    void s14_what_was_bought_last_month_is_bought_again() {
        JsonNode plan = plans.agreedTo(Plans.scenario("s14-reorder"));
        JsonNode before = output(plan, "past").path("orders").path(0);
        assertThat(before.path("title").asString()).contains("猫粮");
        assertThat(output(plan, "order").path("orderId")).isNotEqualTo(before.path("orderId"));
        assertThat(output(plan, "track").path("orderId"))
                .isEqualTo(output(plan, "order").path("orderId"));
    }

    @Test
    void s20_a_gift_goes_to_mums_address() {
        JsonNode plan = plans.agreedTo(Plans.scenario("s20-gift-for-mum"));
        assertThat(output(plan, "quote").path("quote").path("total").path("amount").asLong())
                .isLessThanOrEqualTo(50_000);
        assertThat(output(plan, "quote").path("quote").path("details").path("deliverTo"))
                .isEqualTo(output(plan, "where").path("place").path("address"));
    }

    @Test
    void s15_what_a_dish_needs_less_what_is_at_home_comes_before_cooking() {
        JsonNode plan = plans.agreedTo(Plans.scenario("s15-cook"));
        assertThat(output(plan, "recipe").path("atHome").toString()).contains("酱油");
        assertThat(output(plan, "recipe").path("shopping").toString())
                .contains("里脊肉")
                .doesNotContain("酱油");
        assertThat(output(plan, "order")).isNotEmpty();
    }

    @Test
    void s16_a_day_trip_by_train_with_a_car_to_the_station() {
        JsonNode plan = plans.agreedTo(Plans.scenario("s16-day-trip"));
        assertThat(output(plan, "trip").path("legs").valueStream())
                .extracting(leg -> leg.path("bookingId").asString())
                .contains(
                        output(plan, "bOut").path("bookingId").asString(),
                        output(plan, "bBack").path("bookingId").asString());
    }

    @ParameterizedTest
    @ValueSource(longs = {200_000, 100})
    void s17_by_air_when_a_flight_fits_else_by_train(long most) {
        ObjectNode wanted = Plans.scenario("s17-flight-or-train");
        ((ObjectNode) wanted.path("in").path("mostForFlight")).put("amount", most);
        Map<String, String> states = Plans.states(plans.agreedTo(wanted));
        boolean flies = most > 100;
        assertThat(states)
                .containsEntry("bFlight", flies ? "done" : "skipped")
                .containsEntry("bTrain", flies ? "skipped" : "done");
    }

    @Test
    void money_goes_to_whom_the_quote_names_and_stands_in_the_statement() {
        JsonNode plan = plans.agreedTo(Plans.scenario("transfer-to-mum"));
        String id = output(plan, "send").path("transferId").asString();
        assertThat(output(plan, "seen").toString()).contains(id);
    }
}
