package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
import errand.agent.reservation.Released;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Ware;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("integration")
class ReservationsIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);
    private static final TransactionTemplate TRANSACTIONS =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private static int nextDay;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);

    /** A day of its own for each test, so that none sees what another has taken. */
    private final LocalDate day = LocalDate.parse("2026-12-07").plusDays(nextDay++);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void searches_trains_by_chinese_and_english_names_and_by_time() {
        List<TrainOffer> chinese = trains("北京", "杭州", 12, null);
        List<TrainOffer> english = trains("Beijing", "hangzhou", 12, null);
        List<TrainOffer> late = trains("北京", "杭州", 12, LocalTime.of(15, 0));

        assertThat(chinese).isNotEmpty().isEqualTo(english);
        assertThat(chinese).allMatch(offer -> offer.hasSeats(12));
        assertThat(late)
                .isNotEmpty()
                .allMatch(offer -> offer.departAt().getHour() >= 15)
                .hasSizeLessThan(chinese.size());
    }

    @Test
    void refuses_a_city_it_does_not_know_and_says_which_it_knows() {
        TrainSearch wish = TrainSearch.of("Beijing", "Ulan Bator", day, 1);

        Refused<?> refused = refused(sandbox.railway().search(wish, Tasks.english()));

        assertThat(refused.code()).isEqualTo("UNKNOWN_CITY");
        assertThat(refused.message())
                .isEqualTo(
                        "'Ulan Bator' is not a city sold here. Possible are: Beijing, Shanghai, Hangzhou, Guangzhou, Shenzhen, Chengdu, Wuhan, Nanjing, Xi'an, Suzhou, Tianjin, Chongqing, Qingdao, Jinan, Zhengzhou, Changsha, Hefei, Fuzhou, Xiamen, Nanchang, Kunming, Guiyang, Nanning, Shenyang, Dalian, Shijiazhuang, Taiyuan, Lanzhou, Ningbo, Wuxi.");
    }

    @Test
    void refuses_a_day_that_has_passed_in_the_language_of_the_task() {
        LocalDate yesterday = LocalDate.parse("2026-11-22");
        TrainSearch wish = TrainSearch.of("北京", "杭州", yesterday, 1);

        Refused<?> refused = refused(sandbox.railway().search(wish, Tasks.now()));

        assertThat(refused.code()).isEqualTo("DATE_PASSED");
        assertThat(refused.message()).isEqualTo("2026-11-22已经过去，今天是2026-11-23，请选今天或以后的日期。");
    }

    @Test
    void a_quote_names_the_station_of_arrival_and_adds_up() {
        TrainOffer offer = trains("北京", "杭州", 12, null).getFirst();

        Quote quote = quoteTrain(offer, 12);

        assertThat(quote.total()).isEqualTo(offer.price().times(12));
        assertThat(quote.payee().id()).isEqualTo("fliggy:rail");
        assertThat(quote.details()).containsEntry("arriveAt", "杭州东站");
        assertThat(quote.title()).startsWith(offer.trainNo() + " 北京南→杭州东 ");
        assertThat(quote.validUntil().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void holds_books_and_counts_the_seats_down() {
        TrainOffer offer = trains("北京", "杭州", 12, null).getFirst();
        Quote quote = quoteTrain(offer, 12);

        Held held = done(hold(quote, Tasks.now()));
        Booked booked = done(book(quote, held, Tasks.agreeing(quote, NOW)));

        assertThat(held.expiresAt().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(booked.total()).isEqualTo(quote.total());
        assertThat(seatsLeft(offer, NOW)).isEqualTo(Objects.requireNonNull(offer.seatsLeft()) - 12);
        assertThat(seatsLeft(offer, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(Objects.requireNonNull(offer.seatsLeft()) - 12);
    }

    @Test
    void holding_booking_and_cancelling_twice_under_one_task_id_happens_once() {
        TrainOffer offer = trains("北京", "杭州", 1, null).getFirst();
        Quote quote = quoteTrain(offer, 1);
        Task holding = Tasks.now();
        Held held = done(hold(quote, holding));
        Task booking = Tasks.agreeing(quote, NOW);
        Booked booked = done(book(quote, held, booking));
        Task cancelling = Tasks.now();
        Cancelled cancelled = done(cancel(booked, cancelling));

        assertThat(done(hold(quote, holding))).isEqualTo(held);
        assertThat(done(book(quote, held, booking))).isEqualTo(booked);
        assertThat(done(cancel(booked, cancelling))).isEqualTo(cancelled);
        assertThat(seatsLeft(offer, NOW)).isEqualTo(offer.seatsLeft());
    }

    @Test
    void of_fifty_who_want_the_last_three_seats_exactly_three_get_one() throws Exception {
        TrainOffer offer = trains("上海", "杭州", 1, null).getFirst();
        sandbox.room().shelves().set(item(offer), day, 3, null);
        Quote quote = quoteTrain(offer, 1);

        List<Outcome<Held>> outcomes = race(50, () -> hold(quote, Tasks.now()));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(47)
                .allMatch(outcome -> refused(outcome).code().equals("SOLD_OUT"));
        assertThat(takenOf(item(offer))).isEqualTo(3);
    }

    @Test
    void of_fifty_who_want_overlapping_nights_no_night_is_sold_twice() throws Exception {
        HotelOffer one = rooms("南京", day, day.plusDays(2)).getFirst();
        String item = one.offerId().substring(0, one.offerId().length() - 18);
        sandbox.room().shelves().set(item, null, 2, null);
        Quote early = quoteRooms(one.offerId(), 1);
        Quote late = quoteRooms(offerId(item, day.plusDays(1), day.plusDays(3)), 1);

        List<Outcome<Held>> outcomes = new ArrayList<>();
        outcomes.addAll(
                race(
                        50,
                        () -> {
                            boolean first = Thread.currentThread().threadId() % 2 == 0;
                            return sandbox.hotels()
                                    .hold(
                                            new HoldQuote((first ? early : late).quoteId()),
                                            Tasks.now());
                        }));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(2);
        assertThat(mostTakenOnADay(item)).isEqualTo(2);
    }

    @Test
    void an_expired_hold_cannot_be_booked_and_its_seats_are_free_again() {
        TrainOffer offer = trains("武汉", "广州", 1, null).getFirst();
        sandbox.room().shelves().set(item(offer), day, 1, null);
        Quote quote = quoteTrain(offer, 1);
        Held held = done(hold(quote, Tasks.now()));
        Instant before = held.expiresAt().toInstant().minusSeconds(1);
        Instant after = held.expiresAt().toInstant();

        assertThat(refused(hold(quote, Tasks.at(before))).code()).isEqualTo("SOLD_OUT");
        Refused<?> late = refused(book(quote, held, Tasks.agreeing(quote, after)));
        assertThat(late.code()).isEqualTo("HOLD_EXPIRED");
        assertThat(late.message()).contains("只保留15分钟");
        assertThat(hold(quote, Tasks.at(after))).isInstanceOf(Done.class);
        assertThat(refused(book(quote, held, Tasks.agreeing(quote, before))).code())
                .isEqualTo("HOLD_EXPIRED");
    }

    @Test
    void another_price_is_refused_with_a_new_quote_that_can_be_held() {
        TrainOffer offer = trains("成都", "重庆", 2, null).getFirst();
        Quote before = quoteTrain(offer, 2);
        sandbox.room().shelves().set(item(offer), day, null, offer.price().amount() + 1_000);

        Refused<?> refused = refused(rolledBack(() -> hold(before, Tasks.now())));

        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.details()).isInstanceOf(Quoted.class);
        Quote now = ((Quoted) Objects.requireNonNull(refused.details())).quote();
        assertThat(now.total()).isEqualTo(before.total().plus(Money.cny(2_000)));
        assertThat(now.quoteId()).isNotEqualTo(before.quoteId());
        assertThat(refused.message())
                .contains(Refusals.yuan(before.total()), Refusals.yuan(now.total()));
        assertThat(hold(now, Tasks.now())).isInstanceOf(Done.class);
    }

    @Test
    void an_expired_quote_and_one_of_somebody_else_are_refused() {
        Quote quote = quoteTrain(trains("西安", "成都", 1, null).getFirst(), 1);
        Task later = Tasks.at(quote.validUntil().toInstant());
        Task mine = Tasks.now();
        Task theirs = new Task(mine.id(), "p_2", "eve", "zh", NOW, mine.deadline(), 1, null);

        assertThat(refused(hold(quote, later)).code()).isEqualTo("QUOTE_EXPIRED");
        assertThat(refused(hold(quote, theirs)).code()).isEqualTo("UNKNOWN_QUOTE");
        assertThat(
                        refused(sandbox.hotels().hold(new HoldQuote(quote.quoteId()), Tasks.now()))
                                .code())
                .isEqualTo("UNKNOWN_QUOTE");
    }

    @Test
    void books_only_what_the_person_saw() {
        Quote quote = quoteTrain(trains("天津", "北京", 1, null).getFirst(), 1);
        Quote other = quoteTrain(trains("广州", "北京", 1, null).getFirst(), 1);
        Held held = done(hold(quote, Tasks.now()));

        assertThat(refused(book(quote, held, Tasks.now())).code()).isEqualTo("NOT_AGREED");
        assertThat(refused(book(quote, held, Tasks.agreeing(other, NOW))).code())
                .isEqualTo("NOT_AGREED");
        assertThat(refused(book(quote, held, Tasks.agreeing(quote, other, NOW))).code())
                .isEqualTo("NOT_AGREED");
        assertThat(refused(book(other, held, Tasks.agreeing(other, NOW))).code())
                .isEqualTo("UNKNOWN_HOLD");
    }

    @Test
    void a_released_hold_gives_back_and_a_booked_one_must_be_cancelled() {
        TrainOffer offer = trains("深圳", "广州", 1, null).getFirst();
        Quote quote = quoteTrain(offer, 1);
        Held first = done(hold(quote, Tasks.now()));
        Held second = done(hold(quote, Tasks.now()));
        Booked booked = done(book(quote, second, Tasks.agreeing(quote, NOW)));

        assertThat(done(release(first)).released()).isTrue();
        assertThat(done(release(first)).released()).isFalse();
        assertThat(refused(book(quote, first, Tasks.agreeing(quote, NOW))).code())
                .isEqualTo("HOLD_RELEASED");
        assertThat(refused(release(second)).message()).contains(booked.bookingId());
        done(cancel(booked, Tasks.now()));
        assertThat(done(release(second)).released()).isFalse();
        assertThat(seatsLeft(offer, NOW)).isEqualTo(offer.seatsLeft());
    }

    @Test
    void one_hold_becomes_one_booking_however_many_try() throws Exception {
        Quote quote = quoteTrain(trains("苏州", "南京", 1, null).getFirst(), 1);
        Held held = done(hold(quote, Tasks.now()));

        List<Outcome<Booked>> outcomes =
                race(20, () -> book(quote, held, Tasks.agreeing(quote, NOW)));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .allMatch(outcome -> refused(outcome).code().equals("ALREADY_BOOKED"));
    }

    @Test
    void cancelling_says_the_fee_and_the_refund_and_is_impossible_after_departure() {
        TrainOffer offer = trains("北京", "上海", 2, null).getFirst();
        Quote quote = quoteTrain(offer, 2);
        Booked booked =
                done(book(quote, done(hold(quote, Tasks.now())), Tasks.agreeing(quote, NOW)));
        Instant departs = offer.departAt().toInstant();

        assertThat(refused(cancel(booked, Tasks.at(departs))).code()).isEqualTo("DEPARTED");
        Cancelled cancelled = done(cancel(booked, Tasks.at(departs.minus(Duration.ofHours(30)))));

        assertThat(cancelled.fee().amount() % 100).isEqualTo(0);
        assertThat(cancelled.fee().amount() * 10)
                .isBetween(quote.total().amount() - 1_000, quote.total().amount() + 1_000);
        assertThat(cancelled.fee().plus(cancelled.refund())).isEqualTo(quote.total());
    }

    @Test
    void finds_six_twin_rooms_cheapest_first_and_quotes_each_night() {
        List<HotelOffer> offers = rooms("杭州", day, day.plusDays(2));

        Quote quote = quoteRooms(offers.getFirst().offerId(), 6);

        assertThat(offers)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.price().amount(), b.price().amount()));
        assertThat(offers).allMatch(offer -> Objects.requireNonNull(offer.roomsLeft()) >= 6);
        assertThat(quote.lines()).hasSize(2).allMatch(line -> line.quantity() == 6);
        assertThat(quote.details().get("address")).asString().startsWith("杭州市");
    }

    @Test
    void says_what_is_left_when_too_many_seats_are_wanted() {
        TrainOffer offer = trains("重庆", "武汉", 1, null).getFirst();

        Refused<?> refused =
                refused(
                        sandbox.railway()
                                .quote(new TrainQuote(offer.offerId(), 9_999), Tasks.english()));

        assertThat(refused.code()).isEqualTo("SOLD_OUT");
        assertThat(refused.message())
                .endsWith(
                        "9999 wanted, %d left. Choose another one or fewer."
                                .formatted(offer.seatsLeft()));
        assertThat(
                        refused(sandbox.railway().quote(new TrainQuote("T-X", 1), Tasks.english()))
                                .message())
                .isEqualTo("There is no offer 'T-X'. Take an offerId from train.search.");
    }

    private List<TrainOffer> trains(String from, String to, int people, @Nullable LocalTime after) {
        TrainSearch wish =
                new TrainSearch(
                        from, to, day, people, after, null, null, null, null, null, null, null,
                        null, null);
        return done(sandbox.railway().search(wish, Tasks.now())).offers();
    }

    private List<HotelOffer> rooms(String city, LocalDate in, LocalDate out) {
        HotelSearch wish = HotelSearch.of(city, in, out, RoomType.TWIN, 6);
        return done(sandbox.hotels().search(wish, Tasks.now())).offers();
    }

    @Test
    void control_sets_what_is_left_even_when_some_are_taken() {
        TrainOffer offer = trains("南京", "苏州", 5, null).getFirst();
        done(hold(quoteTrain(offer, 5), Tasks.now()));
        Ware ware = sandbox.ware(offer.offerId()).orElseThrow();

        sandbox.room().deviate(ware, 2, 9_900L, NOW);

        assertThat(seatsLeft(offer, NOW)).isEqualTo(2);
        assertThat(quoteTrain(offer, 2).total()).isEqualTo(Money.cny(19_800));
        assertThat(sandbox.hasItem(item(offer))).isTrue();
        assertThat(sandbox.hasItem("H-HGH01-TWIN")).isTrue();
        assertThat(sandbox.hasItem("T-G9999-SECOND")).isFalse();
        assertThat(sandbox.hasItem("anything")).isFalse();
    }

    private int seatsLeft(TrainOffer offer, Instant now) {
        Ware ware = sandbox.ware(offer.offerId()).orElseThrow();
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), now));
    }

    private Quote quoteTrain(TrainOffer offer, int people) {
        return done(sandbox.railway().quote(new TrainQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    private Quote quoteRooms(String offerId, int rooms) {
        return done(sandbox.hotels().quote(new HotelQuote(offerId, rooms), Tasks.now())).quote();
    }

    private Outcome<Held> hold(Quote quote, Task task) {
        return sandbox.railway().hold(new HoldQuote(quote.quoteId()), task);
    }

    private Outcome<Released> release(Held held) {
        return sandbox.railway().release(new ReleaseHold(held.holdId()), Tasks.now());
    }

    private Outcome<Booked> book(Quote quote, Held held, Task task) {
        return sandbox.railway().book(new BookHold(quote.quoteId(), held.holdId()), task);
    }

    private Outcome<Cancelled> cancel(Booked booked, Task task) {
        return sandbox.railway().cancel(new CancelBooking(booked.bookingId()), task);
    }

    /** As the runtime does with a refusal: nothing of it stays. */
    private static <O> Outcome<O> rolledBack(Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(
                TRANSACTIONS.execute(
                        status -> {
                            status.setRollbackOnly();
                            return work.get();
                        }));
    }

    private static String item(TrainOffer offer) {
        return "T-%s-%s".formatted(offer.trainNo(), offer.seatClass());
    }

    private static String offerId(String item, LocalDate in, LocalDate out) {
        return "%s-%s-%s"
                .formatted(item, in.toString().replace("-", ""), out.toString().replace("-", ""));
    }

    private static int takenOf(String item) {
        return DB.sql("select coalesce(sum(quantity), 0) from fliggy.occupancy where item_id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }

    private static int mostTakenOnADay(String item) {
        return DB.sql(
                        """
                        select max(n) from (select sum(quantity) as n from fliggy.occupancy
                        where item_id = ? group by day) days
                        """)
                .param(item)
                .query(Integer.class)
                .single();
    }

    private static <O> List<O> race(int runners, Callable<O> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<O> outcomes = new ArrayList<>();
            List<Callable<O>> all = Collections.nCopies(runners, work);
            for (Future<O> future : threads.invokeAll(all)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<O>) outcome).output();
    }

    private static Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }
}
