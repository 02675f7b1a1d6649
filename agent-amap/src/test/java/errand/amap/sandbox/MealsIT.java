package errand.amap.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Outcomes.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.amap.meals.MealOffer;
import errand.amap.meals.MealSearch;
import errand.amap.meals.Meals;
import errand.amap.meals.QuoteMeal;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.World;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("integration")
class MealsIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("amap");
    private static int nextDay;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);
    private final Meals meals = Objects.requireNonNull(sandbox.services().meals());

    /** A day of its own for each test, so that none sees what another has taken. */
    private final LocalDate day = LocalDate.parse("2026-12-07").plusDays(nextDay++);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void finds_meals_cheapest_first_within_the_budget_and_with_tables_for_all() {
        List<MealOffer> chinese = search("杭州", 12, null);
        List<MealOffer> english = search("Hangzhou", 12, null);
        List<MealOffer> cheap = search("杭州", 12, Money.cny(11_000));

        assertThat(chinese).hasSizeGreaterThan(5).isEqualTo(english);
        assertThat(chinese).allMatch(offer -> offer.price().equals(offer.perPerson().times(12)));
        assertThat(chinese)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.perPerson().amount(), b.perPerson().amount()));
        assertThat(cheap)
                .isNotEmpty()
                .hasSizeLessThan(chinese.size())
                .allMatch(offer -> offer.perPerson().amount() <= 11_000);
        assertThat(search("杭州", 72, null)).allMatch(offer -> offer.tablesLeft() >= 6);
        assertThat(search("杭州", 5_000, null)).isEmpty();
    }

    @Test
    void refuses_nobody_unknown_cities_and_days_that_have_passed() {
        LocalDate yesterday = LocalDate.parse("2026-11-22");

        assertThat(refused(meals.search(new MealSearch("杭州", day, 0, null), Tasks.now())).code())
                .isEqualTo("BAD_QUANTITY");
        assertThat(refused(meals.search(new MealSearch("火星", day, 2, null), Tasks.now())).code())
                .isEqualTo("UNKNOWN_CITY");
        assertThat(
                        refused(meals.search(new MealSearch("杭州", yesterday, 2, null), Tasks.now()))
                                .message())
                .isEqualTo("2026-11-22已经过去，今天是2026-11-23，请选今天或以后的日期。");
        assertThat(refused(meals.quote(new QuoteMeal("M-XXX01", 2), Tasks.english())).message())
                .isEqualTo("There is no offer 'M-XXX01'. Take an offerId from meal.search.");
    }

    @Test
    void a_quote_names_restaurant_address_and_people_and_adds_up() {
        MealOffer offer = search("杭州", 12, null).getFirst();

        Quote quote = quote(offer, 12);

        assertThat(quote.total()).isEqualTo(offer.price());
        assertThat(quote.title()).startsWith(offer.title() + " 团餐 ").endsWith(" 12人");
        assertThat(quote.payee().id()).startsWith("amap:meal:");
        assertThat(quote.lines()).hasSize(1);
        assertThat(quote.details()).containsEntry("address", offer.address());
        assertThat(quote.details()).containsEntry("tables", 1);
        assertThat(quote.validUntil().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(quote.cancellation()).contains("免费取消");
    }

    @Test
    void holds_books_counts_tables_down_and_gives_them_back() {
        MealOffer offer = search("苏州", 30, null).getFirst();
        Quote quote = quote(offer, 30);

        Held held = done(hold(quote));
        Booked booked = done(book(quote, held));

        assertThat(held.expiresAt().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(booked.total()).isEqualTo(quote.total());
        assertThat(left(offer)).isEqualTo(offer.tablesLeft() - 3);

        Cancelled cancelled = done(meals.cancel(cancel(booked), Tasks.now()));
        assertThat(cancelled.fee()).isEqualTo(Money.cny(0));
        assertThat(cancelled.refund()).isEqualTo(quote.total());
        assertThat(left(offer)).isEqualTo(offer.tablesLeft());
    }

    @Test
    void a_late_cancellation_costs_and_one_after_the_meal_is_refused() {
        Quote quote = quote(search("南京", 10, null).getFirst(), 10);
        Booked booked = done(book(quote, done(hold(quote))));
        Instant evening = day.atTime(18, 0).atZone(World.ZONE).toInstant();

        assertThat(refused(meals.cancel(cancel(booked), Tasks.at(evening))).code())
                .isEqualTo("DEPARTED");
        Cancelled late =
                done(meals.cancel(cancel(booked), Tasks.at(evening.minus(Duration.ofHours(10)))));
        assertThat(late.fee().amount() * 10)
                .isBetween(quote.total().amount() * 3, quote.total().amount() * 3 + 1_000);
        assertThat(late.fee().plus(late.refund())).isEqualTo(quote.total());
    }

    @Test
    void of_forty_who_want_the_last_three_tables_exactly_three_get_one() throws Exception {
        MealOffer offer = search("上海", 12, null).getFirst();
        control().change(offer.offerId(), new Change(3, null));
        Quote quote = quote(offer, 12);

        List<Outcome<Held>> outcomes = race(40, () -> hold(quote));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(37)
                .allMatch(outcome -> refused(outcome).code().equals("SOLD_OUT"));
        assertThat(taken(offer)).isEqualTo(3);
        assertThat(left(offer)).isZero();
    }

    @Test
    void says_how_many_tables_are_wanted_and_left() {
        MealOffer offer = search("成都", 12, null).getFirst();
        control().change(offer.offerId(), new Change(1, null));

        Refused<?> zh = refused(meals.quote(new QuoteMeal(offer.offerId(), 13), Tasks.now()));
        Refused<?> en = refused(meals.quote(new QuoteMeal(offer.offerId(), 13), Tasks.english()));

        assertThat(zh.message()).endsWith("：需要2桌，只剩1桌。可以换一个或减少数量。");
        assertThat(en.message())
                .endsWith(": 2 tables wanted, 1 left. Choose another one or fewer.");
        assertThat(meals.quote(new QuoteMeal(offer.offerId(), 12), Tasks.now()))
                .isInstanceOf(Done.class);
    }

    @Test
    void another_price_after_the_quote_is_refused_with_a_new_quote_that_can_be_held() {
        MealOffer offer = search("重庆", 12, null).getFirst();
        Quote before = quote(offer, 12);
        long dearer = offer.perPerson().amount() + 500;
        control()
                .change(
                        offer.offerId(),
                        new Change(null, JsonNodeFactory.instance.numberNode(dearer)));

        Refused<?> refused = refused(rolledBack(DATABASE, () -> hold(before)));

        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        Quote now = ((Quoted) Objects.requireNonNull(refused.details())).quote();
        assertThat(now.total()).isEqualTo(before.total().plus(Money.cny(6_000)));
        assertThat(hold(now)).isInstanceOf(Done.class);
    }

    @Test
    void an_item_of_every_day_can_run_out_and_what_is_no_item_is_named() {
        MealOffer offer = search("武汉", 12, null).getFirst();
        String item = offer.offerId().replaceAll("-\\d{8}$", "");
        control().change(item, new Change(0, null));

        assertThat(search("武汉", 12, null)).noneMatch(o -> o.offerId().equals(offer.offerId()));
        control().change(item, new Change(sandbox.usualTables(item, day), null));
        assertThatThrownBy(() -> control().change("M-1", new Change(1, null)))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("There is no item or offer 'M-1'. Take an offerId");
    }

    @Test
    void holding_booking_and_cancelling_twice_under_one_task_id_happens_once() {
        MealOffer offer = search("西安", 8, null).getFirst();
        Quote quote = quote(offer, 8);
        Task holding = Tasks.now();
        Held held = done(meals.hold(new HoldQuote(quote.quoteId()), holding));
        Task booking = Tasks.agreeing(quote, NOW);
        BookHold wish = new BookHold(quote.quoteId(), held.holdId());
        Booked booked = done(meals.book(wish, booking));

        assertThat(done(meals.hold(new HoldQuote(quote.quoteId()), holding))).isEqualTo(held);
        assertThat(done(meals.book(wish, booking))).isEqualTo(booked);
        Task cancelling = Tasks.now();
        Cancelled cancelled = done(meals.cancel(cancel(booked), cancelling));
        assertThat(done(meals.cancel(cancel(booked), cancelling))).isEqualTo(cancelled);
        assertThat(left(offer)).isEqualTo(offer.tablesLeft());
    }

    @Test
    void a_released_or_expired_hold_frees_its_table_and_cannot_be_booked() {
        MealOffer offer = search("广州", 12, null).getFirst();
        control().change(offer.offerId(), new Change(1, null));
        Quote quote = quote(offer, 12);
        Held first = done(hold(quote));

        assertThat(refused(hold(quote)).code()).isEqualTo("SOLD_OUT");
        assertThat(done(meals.release(new ReleaseHold(first.holdId()), Tasks.now())).released())
                .isTrue();
        Held second = done(hold(quote));
        Instant after = second.expiresAt().toInstant();
        BookHold late = new BookHold(quote.quoteId(), second.holdId());

        assertThat(refused(book(quote, first)).code()).isEqualTo("HOLD_RELEASED");
        assertThat(refused(meals.book(late, Tasks.agreeing(quote, after))).code())
                .isEqualTo("HOLD_EXPIRED");
        assertThat(refused(meals.book(late, Tasks.now())).code()).isEqualTo("NOT_AGREED");
    }

    @Test
    void tables_of_today_are_given_out_at_five() {
        LocalDate today = LocalDate.parse("2026-11-23");
        Task late = Tasks.at(Instant.parse("2026-11-23T09:00:00Z"));
        MealOffer offer =
                done(meals.search(new MealSearch("北京", today, 4, null), Tasks.now()))
                        .offers()
                        .getFirst();

        assertThat(done(meals.search(new MealSearch("北京", today, 4, null), late)).offers())
                .isEmpty();
        assertThat(refused(meals.quote(new QuoteMeal(offer.offerId(), 4), late)).code())
                .isEqualTo("DEPARTED");
    }

    private StockControl control() {
        return new StockControl(
                sandbox.room(),
                sandbox::ware,
                sandbox::hasItem,
                "Take an offerId from a search.",
                SettableClock.at(NOW));
    }

    private List<MealOffer> search(String city, int people, @Nullable Money budget) {
        return done(meals.search(new MealSearch(city, day, people, budget), Tasks.now())).offers();
    }

    private Quote quote(MealOffer offer, int people) {
        return done(meals.quote(new QuoteMeal(offer.offerId(), people), Tasks.now())).quote();
    }

    private Outcome<Held> hold(Quote quote) {
        return meals.hold(new HoldQuote(quote.quoteId()), Tasks.now());
    }

    private Outcome<Booked> book(Quote quote, Held held) {
        return meals.book(new BookHold(quote.quoteId(), held.holdId()), Tasks.agreeing(quote, NOW));
    }

    private static CancelBooking cancel(Booked booked) {
        return new CancelBooking(booked.bookingId());
    }

    private int left(MealOffer offer) {
        var ware = sandbox.ware(offer.offerId()).orElseThrow();
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), NOW));
    }

    private int taken(MealOffer offer) {
        return JdbcClient.create(DATABASE)
                .sql(
                        "select coalesce(sum(quantity), 0) from amap.occupancy where item_id = ? and day = ?")
                .param(offer.offerId().replaceAll("-\\d{8}$", ""))
                .param(day)
                .query(Integer.class)
                .single();
    }
}
