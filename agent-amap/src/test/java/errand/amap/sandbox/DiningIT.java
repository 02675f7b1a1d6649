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
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.amap.dining.Dining;
import errand.amap.dining.DiningOffer;
import errand.amap.dining.DiningSearch;
import errand.amap.dining.QuoteTable;
import errand.amap.dining.ReserveTable;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.World;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("integration")
class DiningIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("amap");
    private static final LocalTime SEVEN = LocalTime.of(19, 0);
    private static int nextDay;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);
    private final Dining dining = Objects.requireNonNull(sandbox.services().dining());

    /** A day of its own for each test. */
    private final LocalDate day = LocalDate.parse("2026-12-07").plusDays(nextDay++);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void finds_one_table_of_each_house_near_the_wished_time() {
        List<DiningOffer> offers = search("杭州", SEVEN, 4, null, null);

        assertThat(offers).hasSizeGreaterThan(5).hasSizeLessThanOrEqualTo(10);
        assertThat(offers).extracting(DiningOffer::placeId).doesNotHaveDuplicates();
        assertThat(offers)
                .allMatch(offer -> offer.seats() == 4 && offer.tablesLeft() > 0)
                .allMatch(
                        offer ->
                                Duration.between(SEVEN, offer.at().toLocalTime())
                                                .abs()
                                                .compareTo(Duration.ofMinutes(95))
                                        <= 0);
        assertThat(offers.getFirst().at().toLocalTime())
                .isIn(LocalTime.of(18, 30), LocalTime.of(19, 30));
        assertThat(search("Hangzhou", SEVEN, 4, null, null)).isEqualTo(offers);
    }

    @Test
    void finds_by_cuisine_budget_and_what_is_near() {
        assertThat(search("成都", SEVEN, 2, "火锅", null))
                .isNotEmpty()
                .allMatch(offer -> offer.cuisine().equals("火锅"));
        assertThat(search("成都", SEVEN, 2, "月球料理", null)).isEmpty();
        DiningSearch cheap =
                new DiningSearch("杭州", day, SEVEN, 2, "餐厅", "公司", Money.cny(11_000), null);
        List<DiningOffer> near = done(dining.search(cheap, Tasks.now())).offers();
        assertThat(near)
                .isNotEmpty()
                .allMatch(offer -> offer.perPerson().amount() <= 11_000)
                .allMatch(offer -> offer.km() != null);
    }

    @Test
    void refuses_nobody_too_many_unknown_cities_and_days_that_have_passed() {
        assertThat(code("杭州", day, 0)).isEqualTo("BAD_QUANTITY");
        assertThat(code("杭州", day, 9)).isEqualTo("TOO_MANY_PEOPLE");
        assertThat(code("火星", day, 2)).isEqualTo("UNKNOWN_CITY");
        assertThat(code("杭州", LocalDate.parse("2026-11-22"), 2)).isEqualTo("DATE_PASSED");
        assertThat(refused(dining.quote(new QuoteTable("D-1", 2), Tasks.english())).message())
                .isEqualTo("There is no offer 'D-1'. Take an offerId from dining.search.");
        DiningOffer two = search("杭州", SEVEN, 2, null, null).getFirst();
        assertThat(refused(dining.quote(new QuoteTable(two.offerId(), 3), Tasks.now())).message())
                .isEqualTo("3人坐不下（最多2人），请改用dining.search。");
    }

    @Test
    void some_houses_want_a_deposit_and_others_none() {
        List<DiningOffer> offers = search("北京", SEVEN, 2, null, null);
        DiningOffer free = first(offers, offer -> offer.deposit().amount() == 0);
        DiningOffer dear = first(offers, offer -> offer.deposit().amount() > 0);

        assertThat(quote(free, 2).total()).isEqualTo(Money.cny(0));
        assertThat(quote(free, 2).cancellation()).startsWith("免订金");
        assertThat(quote(dear, 2).total()).isEqualTo(Money.cny(10_000));
        assertThat(quote(dear, 2).cancellation()).contains("订金不退");
        assertThat(dear.perPerson().amount()).isGreaterThanOrEqualTo(12_000);
        assertThat(done(reserve(quote(free, 2), null)).total()).isEqualTo(Money.cny(0));
    }

    @Test
    void holds_reserves_counts_down_and_gives_back() {
        DiningOffer offer = search("苏州", SEVEN, 2, null, null).getFirst();
        Quote quote = quote(offer, 2);
        Held held = done(hold(quote));
        Booked booked = done(reserve(quote, held.holdId()));

        assertThat(held.expiresAt().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(booked.total()).isEqualTo(quote.total());
        assertThat(left(offer)).isEqualTo(offer.tablesLeft() - 1);
        Cancelled cancelled = done(dining.cancel(cancel(booked), Tasks.now()));
        assertThat(cancelled.refund()).isEqualTo(quote.total());
        assertThat(left(offer)).isEqualTo(offer.tablesLeft());
    }

    @Test
    void of_thirty_who_want_the_last_table_one_gets_it_with_a_hold_or_without() throws Exception {
        DiningOffer offer = search("上海", SEVEN, 4, null, null).getFirst();
        control(offer.offerId(), new Change(1, null));
        Quote quote = quote(offer, 4);

        List<Outcome<?>> outcomes = race(30, () -> either(quote));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(29)
                .allMatch(outcome -> refused(outcome).code().equals("SOLD_OUT"));
        assertThat(left(offer)).isZero();
    }

    private Outcome<?> either(Quote quote) {
        return Thread.currentThread().threadId() % 2 == 0 ? hold(quote) : reserve(quote, null);
    }

    @Test
    void a_released_or_expired_hold_frees_its_table_and_cannot_be_reserved() {
        DiningOffer offer = search("广州", SEVEN, 2, null, null).getFirst();
        control(offer.offerId(), new Change(1, null));
        Quote quote = quote(offer, 2);
        Held first = done(hold(quote));

        assertThat(refused(hold(quote)).code()).isEqualTo("SOLD_OUT");
        assertThat(done(dining.release(new ReleaseHold(first.holdId()), Tasks.now())).released())
                .isTrue();
        Held second = done(hold(quote));
        Instant after = second.expiresAt().toInstant();
        ReserveTable late = new ReserveTable(quote.quoteId(), second.holdId());

        assertThat(refused(reserve(quote, first.holdId())).code()).isEqualTo("HOLD_RELEASED");
        assertThat(refused(dining.reserve(late, Tasks.agreeing(quote, after))).code())
                .isEqualTo("HOLD_EXPIRED");
        assertThat(refused(dining.reserve(late, Tasks.now())).code()).isEqualTo("NOT_AGREED");
    }

    @Test
    void a_late_cancellation_keeps_the_deposit_and_one_at_table_is_refused() {
        DiningOffer offer =
                first(search("南京", SEVEN, 2, null, null), o -> o.deposit().amount() > 0);
        Quote quote = quote(offer, 2);
        Booked booked = done(reserve(quote, null));
        Instant seated = offer.at().toInstant();

        assertThat(refused(dining.cancel(cancel(booked), Tasks.at(seated))).code())
                .isEqualTo("DEPARTED");
        Task late = Tasks.at(seated.minus(Duration.ofHours(1)));
        assertThat(done(dining.cancel(cancel(booked), late)).fee()).isEqualTo(quote.total());
    }

    @Test
    void another_deposit_after_the_quote_is_refused_with_a_new_quote_that_can_be_held() {
        DiningOffer offer = search("重庆", SEVEN, 2, null, null).getFirst();
        Quote before = quote(offer, 2);
        control(offer.offerId(), new Change(null, JsonNodeFactory.instance.numberNode(8_800)));

        Refused<?> refused = refused(rolledBack(DATABASE, () -> hold(before)));

        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        Quote now = ((Quoted) Objects.requireNonNull(refused.details())).quote();
        assertThat(now.total()).isEqualTo(Money.cny(17_600));
        assertThat(hold(now)).isInstanceOf(Done.class);
    }

    @Test
    void reserving_twice_under_one_task_id_happens_once_and_tables_end_half_an_hour_before() {
        DiningOffer offer = search("西安", SEVEN, 2, null, null).getFirst();
        Quote quote = quote(offer, 2);
        Task task = Tasks.agreeing(quote, NOW);
        ReserveTable wish = new ReserveTable(quote.quoteId(), null);

        assertThat(done(dining.reserve(wish, task))).isEqualTo(done(dining.reserve(wish, task)));
        assertThat(left(offer)).isEqualTo(offer.tablesLeft() - 1);
        Task late = Tasks.at(offer.at().toInstant().minus(Duration.ofMinutes(30)));
        assertThat(refused(dining.quote(new QuoteTable(offer.offerId(), 2), late)).code())
                .isEqualTo("DEPARTED");
        assertThat(World.today(late.now())).isEqualTo(day);
    }

    private List<DiningOffer> search(
            String city, LocalTime time, int people, @Nullable String text, @Nullable String near) {
        DiningSearch wish = new DiningSearch(city, day, time, people, text, near, null, null);
        return done(dining.search(wish, Tasks.now())).offers();
    }

    private String code(String city, LocalDate date, int people) {
        DiningSearch wish = new DiningSearch(city, date, null, people, null, null, null, null);
        return refused(dining.search(wish, Tasks.now())).code();
    }

    private static DiningOffer first(List<DiningOffer> offers, Predicate<DiningOffer> which) {
        return offers.stream().filter(which).findFirst().orElseThrow();
    }

    private Quote quote(DiningOffer offer, int people) {
        return done(dining.quote(new QuoteTable(offer.offerId(), people), Tasks.now())).quote();
    }

    private Outcome<Held> hold(Quote quote) {
        return dining.hold(new HoldQuote(quote.quoteId()), Tasks.now());
    }

    private Outcome<Booked> reserve(Quote quote, @Nullable String holdId) {
        return dining.reserve(
                new ReserveTable(quote.quoteId(), holdId), Tasks.agreeing(quote, NOW));
    }

    private static CancelBooking cancel(Booked booked) {
        return new CancelBooking(booked.bookingId());
    }

    private int left(DiningOffer offer) {
        var ware = sandbox.ware(offer.offerId()).orElseThrow();
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), NOW));
    }

    private void control(String id, Change change) {
        sandbox.control(SettableClock.at(NOW)).change(id, change);
    }
}
