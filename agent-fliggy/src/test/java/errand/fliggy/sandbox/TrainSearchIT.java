package errand.fliggy.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.fliggy.travel.TrainType;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trains as they are searched and quoted. */
@Tag("integration")
class TrainSearchIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void searches_trains_by_chinese_and_english_names_and_by_time() {
        List<TrainOffer> chinese = traveller.trains("北京", "杭州", 12);
        List<TrainOffer> english = traveller.trains("Beijing", "hangzhou", 12);
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
    void night_trains_are_found_by_type_and_class() {
        TrainSearch wish =
                new TrainSearch(
                        "北京",
                        "广州",
                        day,
                        2,
                        null,
                        null,
                        null,
                        SeatClass.SOFT_SLEEPER,
                        null,
                        List.of(TrainType.Z, TrainType.K),
                        null,
                        null,
                        null,
                        null);

        List<TrainOffer> offers = done(sandbox.railway().search(wish, Tasks.now())).offers();

        assertThat(offers)
                .isNotEmpty()
                .allMatch(offer -> offer.seatClass() == SeatClass.SOFT_SLEEPER)
                .allMatch(offer -> offer.arriveAt().toLocalDate().isAfter(day));
        assertThat(
                        done(sandbox.railway()
                                        .quote(
                                                new TrainQuote(offers.getFirst().offerId(), 2),
                                                Tasks.now()))
                                .quote()
                                .title())
                .contains("软卧");
    }

    @Test
    void a_quote_names_the_station_of_arrival_and_adds_up() {
        TrainOffer offer = traveller.trains("北京", "杭州", 12).getFirst();

        Quote quote = traveller.quote(offer, 12);

        assertThat(quote.total()).isEqualTo(offer.price().times(12));
        assertThat(quote.payee().id()).isEqualTo("fliggy:rail");
        assertThat(quote.details()).containsEntry("arriveAt", "杭州东站");
        assertThat(quote.title()).startsWith(offer.trainNo() + " 北京南→杭州东 ");
        assertThat(quote.validUntil().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void says_what_is_left_when_too_many_seats_are_wanted() {
        TrainOffer offer = traveller.trains("重庆", "武汉", 1).getFirst();

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
}
