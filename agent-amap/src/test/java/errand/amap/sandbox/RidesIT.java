package errand.amap.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Outcomes.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Quoted;
import errand.amap.maps.SavedPlace;
import errand.amap.rides.CarClass;
import errand.amap.rides.OrderRide;
import errand.amap.rides.QuoteRide;
import errand.amap.rides.RideOption;
import errand.amap.rides.RideOrdered;
import errand.amap.rides.RideQuoted;
import errand.amap.rides.Rides;
import errand.runtime.sandbox.StockControl.Change;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("integration")
class RidesIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("amap");
    private static int nextHour;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);
    private final Rides rides = Objects.requireNonNull(sandbox.services().rides());

    /** An hour of its own for each test, by day. */
    private final OffsetDateTime hour =
            OffsetDateTime.parse("2026-11-24T10:10+08:00")
                    .plusDays(nextHour / 6)
                    .plusHours(nextHour++ % 6);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void a_quote_says_when_where_and_what_each_line_costs() {
        RideQuoted quoted = done(quote("西溪园区", "杭州东站", hour));

        Quote quote = quoted.quote();
        assertThat(quote.payee().id()).isEqualTo("amap:ride");
        assertThat(quote.title()).contains("快车").endsWith("西溪园区→杭州东站");
        assertThat(quote.lines()).hasSize(3);
        assertThat(quote.lines().getFirst().amount()).isEqualTo(Money.cny(1_200));
        assertThat(quote.total().amount()).isBetween(4_000L, 9_000L);
        assertThat(quote.details()).containsEntry("from", "西溪园区").containsEntry("to", "杭州东站");
        assertThat(quoted.pickUpAt()).isEqualTo(hour);
        assertThat(quoted.arriveAt()).isEqualTo(hour.plusMinutes(quoted.minutes()));
        assertThat(quoted.note()).contains("估算");
        assertThat(quoted.options())
                .extracting(RideOption::car)
                .containsExactly(CarClass.ECONOMY, CarClass.COMFORT, CarClass.VAN);
        assertThat(quoted.options().getFirst().price()).isEqualTo(quote.total());
    }

    @Test
    void late_at_night_a_fifth_is_added_on_a_line_of_its_own() {
        OffsetDateTime night = OffsetDateTime.parse("2026-11-25T23:10+08:00");
        List<Line> lines = done(quote("公司", "家", night)).quote().lines();

        Line surcharge = lines.getLast();
        long others =
                lines.stream()
                        .filter(line -> line != surcharge)
                        .mapToLong(line -> line.amount().amount())
                        .sum();
        assertThat(surcharge.title()).startsWith("夜间服务费");
        assertThat(surcharge.amount().amount()).isBetween(others / 5 - 5, others / 5 + 5);
        assertThat(done(quote("公司", "家", hour)).quote().lines())
                .noneMatch(line -> line.title().contains("夜间"));
    }

    @Test
    void an_order_names_a_driver_and_says_that_he_is_made_up() {
        Quote quote = done(quote("西溪园区", "杭州东站", hour)).quote();

        RideOrdered zh = done(order(quote));
        RideOrdered en =
                done(
                        rides.order(
                                new OrderRide(quote.quoteId()),
                                english(Tasks.agreeing(quote, NOW))));

        assertThat(zh.total()).isEqualTo(quote.total());
        assertThat(zh.pickUpAt()).isEqualTo(hour);
        assertThat(zh.driver()).endsWith("师傅");
        assertThat(zh.plate()).matches("沙A·D[A-Z0-9]{4}");
        assertThat(zh.note()).isEqualTo("沙箱订单：司机和车牌是虚构的，没有真实车辆。");
        assertThat(en.note()).contains("made up");
        assertThat(en.bookingId()).isNotEqualTo(zh.bookingId());
    }

    @Test
    void of_forty_who_want_the_last_three_cars_exactly_three_get_one() throws Exception {
        Quote quote = done(quote("上海虹桥站", "外滩", hour)).quote();
        control(offer(quote), new Change(3, null));

        List<Outcome<RideOrdered>> outcomes = race(40, () -> order(quote));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(37)
                .allMatch(outcome -> refused(outcome).code().equals("SOLD_OUT"));
        assertThat(taken(offer(quote))).isEqualTo(3);
        assertThat(refused(order(quote)).message()).endsWith("：需要1辆，只剩0辆。可以换一个或减少数量。");
    }

    @Test
    void without_a_wish_it_is_the_cheapest_kind_that_is_left() {
        Quote quote = done(quote("成都东站", "春熙路", hour)).quote();
        control(offer(quote), new Change(0, null));

        RideQuoted next = done(quote("成都东站", "春熙路", hour));

        assertThat(next.quote().details()).containsEntry("car", "COMFORT");
        assertThat(next.options().getFirst().carsLeft()).isZero();
        assertThat(next.options().get(1).carsLeft()).isPositive();
    }

    @Test
    void ordering_and_cancelling_twice_under_one_task_id_happens_once() {
        Quote quote = done(quote("西湖", "萧山机场", hour)).quote();
        int before = carsLeft("西湖", "萧山机场");
        Task ordering = Tasks.agreeing(quote, NOW);
        RideOrdered ordered = done(rides.order(new OrderRide(quote.quoteId()), ordering));

        assertThat(done(rides.order(new OrderRide(quote.quoteId()), ordering))).isEqualTo(ordered);
        assertThat(carsLeft("西湖", "萧山机场")).isEqualTo(before - 1);
        Task cancelling = Tasks.now();
        Cancelled cancelled = done(rides.cancel(cancel(ordered), cancelling));
        assertThat(done(rides.cancel(cancel(ordered), cancelling))).isEqualTo(cancelled);
        assertThat(cancelled.refund()).isEqualTo(quote.total());
        assertThat(carsLeft("西湖", "萧山机场")).isEqualTo(before);
    }

    @Test
    void the_later_it_is_cancelled_the_more_is_kept_and_not_after_it_came() {
        Quote quote = done(quote("南京南站", "夫子庙", hour)).quote();
        RideOrdered ordered = done(order(quote));
        Instant pickUp = hour.toInstant();

        Refused<?> gone = refused(rides.cancel(cancel(ordered), Tasks.at(pickUp)));
        Cancelled late =
                done(rides.cancel(cancel(ordered), Tasks.at(pickUp.minus(Duration.ofMinutes(10)))));

        assertThat(gone.code()).isEqualTo("DEPARTED");
        assertThat(late.fee().amount() * 5)
                .isBetween(quote.total().amount(), quote.total().amount() + 500);
        assertThat(late.fee().plus(late.refund())).isEqualTo(quote.total());
    }

    @Test
    void another_price_after_the_quote_is_refused_with_a_new_quote_that_can_be_ordered() {
        Quote before = done(quote("武汉站", "黄鹤楼", hour)).quote();
        control(offer(before), new Change(null, JsonNodeFactory.instance.numberNode(1_900)));

        Refused<?> refused = refused(rolledBack(DATABASE, () -> order(before)));

        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        Quote now = ((Quoted) Objects.requireNonNull(refused.details())).quote();
        assertThat(now.total()).isEqualTo(before.total().plus(Money.cny(700)));
        assertThat(order(now)).isInstanceOf(Done.class);
    }

    @Test
    void only_what_was_agreed_to_is_ordered_and_only_in_time() {
        Quote quote = done(quote("西安北站", "钟楼", hour)).quote();
        Task other = Tasks.agreeing(quote, done(quote("西安北站", "大雁塔", hour)).quote(), NOW);
        OrderRide wish = new OrderRide(quote.quoteId());
        Instant late = NOW.plus(Duration.ofMinutes(30));

        assertThat(refused(rides.order(wish, Tasks.now())).code()).isEqualTo("NOT_AGREED");
        assertThat(refused(rides.order(wish, other)).code()).isEqualTo("NOT_AGREED");
        assertThat(refused(rides.order(wish, Tasks.agreeing(quote, late))).code())
                .isEqualTo("QUOTE_EXPIRED");
        assertThat(refused(rides.order(new OrderRide("q_x"), Tasks.now())).code())
                .isEqualTo("UNKNOWN_QUOTE");
    }

    @ParameterizedTest
    @CsvSource({
        "公司, 公司, , 1, SAME_PLACE",
        "公司, 家, 2026-11-23T09:00+08:00, 1, DATE_PASSED",
        "公司, 家, 2026-12-01T09:00+08:00, 1, DATE_TOO_FAR",
        "公司, 家, , 0, BAD_QUANTITY",
        "公司, 家, , 7, TOO_MANY_PEOPLE",
        "公司, 火星基地, , 1, ADDRESS_NOT_FOUND",
        "公司, 爸爸家, , 1, ADDRESS_NOT_FOUND",
        "杭州东站, 广州南站, , 1, TOO_FAR"
    })
    void refuses_what_cannot_be(
            String from, String to, @Nullable OffsetDateTime at, int people, String code) {
        QuoteRide wish = new QuoteRide(from, to, null, at, null, people, null);

        assertThat(refused(rides.quote(wish, Tasks.now())).code()).isEqualTo(code);
    }

    @Test
    void five_take_a_van_and_are_told_so_where_they_asked_for_less() {
        QuoteRide any = new QuoteRide("公司", "家", null, hour, null, 5, null);
        QuoteRide small = new QuoteRide("公司", "家", null, hour, CarClass.ECONOMY, 5, null);

        assertThat(done(rides.quote(any, Tasks.now())).quote().details())
                .containsEntry("car", "VAN");
        assertThat(refused(rides.quote(small, Tasks.english())).message())
                .isEqualTo("5 people are too many (4 at most); use VAN instead.");
    }

    @Test
    void comes_as_soon_as_possible_when_nothing_is_said_and_quotes_until_then() {
        RideQuoted quoted = done(quote("公司", "妈妈家", null));

        assertThat(quoted.pickUpAt().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(quoted.quote().validUntil()).isEqualTo(quoted.pickUpAt());
    }

    @Test
    void takes_names_of_places_that_the_step_carries() {
        List<SavedPlace> carried = List.of(new SavedPlace("健身房", "武林广场"));
        QuoteRide with = new QuoteRide("公司", "健身房", "杭州", hour, null, 1, carried);
        QuoteRide without = new QuoteRide("公司", "健身房", "杭州", hour, null, 1, null);

        assertThat(done(rides.quote(with, Tasks.now())).quote().title()).endsWith("西溪园区→武林广场");
        assertThat(refused(rides.quote(without, Tasks.now())).code())
                .isEqualTo("ADDRESS_NOT_FOUND");
    }

    private Outcome<RideQuoted> quote(String from, String to, @Nullable OffsetDateTime at) {
        return rides.quote(new QuoteRide(from, to, null, at, null, 1, null), Tasks.now());
    }

    private Outcome<RideOrdered> order(Quote quote) {
        return rides.order(new OrderRide(quote.quoteId()), Tasks.agreeing(quote, NOW));
    }

    private static CancelBooking cancel(RideOrdered ordered) {
        return new CancelBooking(ordered.bookingId());
    }

    private int carsLeft(String from, String to) {
        return done(quote(from, to, hour)).options().getFirst().carsLeft();
    }

    private void control(String id, Change change) {
        sandbox.control(SettableClock.at(NOW)).change(id, change);
    }

    /** Such as T-HGH03-E10-20261124: the cars of that district and hour. */
    private static String offer(Quote quote) {
        String whole =
                JdbcClient.create(DATABASE)
                        .sql("select offer_id from amap.quote where quote_id = ?")
                        .param(quote.quoteId())
                        .query(String.class)
                        .single();
        return whole.substring(0, whole.indexOf(';'));
    }

    private static int taken(String offer) {
        return JdbcClient.create(DATABASE)
                .sql(
                        "select coalesce(sum(quantity), 0) from amap.occupancy where ? = item_id || '-' || to_char(day, 'YYYYMMDD')")
                .param(offer)
                .query(Integer.class)
                .single();
    }

    private static Task english(Task task) {
        return new Task(
                task.id(),
                task.planId(),
                task.user(),
                "en",
                task.now(),
                task.deadline(),
                task.attempt(),
                task.terms());
    }
}
