package errand.alipay.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.doneOf;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Refused;
import errand.agent.Payee;
import errand.agent.Task;
import errand.alipay.wallet.CloseMandate;
import errand.alipay.wallet.MandateTerms;
import errand.alipay.wallet.ReleaseReservation;
import errand.alipay.wallet.Reserve;
import errand.alipay.wallet.Reserved;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("integration")
class MandatesIT {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");

    private final SandboxMandates mandates = SandboxMandates.on(DATABASE);

    /** A person of their own for each test. */
    private final String user = "u-" + UUID.randomUUID();

    private Instant now = NOW;

    @AfterEach
    void every_mandate_has_reserved_exactly_what_its_open_reservations_take() {
        assertThat(
                        JdbcClient.create(DATABASE)
                                .sql("select count(*) from alipay.mandate_differs")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void reserves_what_payee_capability_and_amounts_allow_and_says_what_is_left() {
        open("md_" + user, 10_000, 6_000L);
        Reserved reserved = done(mandates.reserve(wish(4_000), task("r1")));
        assertThat(reserved.reserved()).isEqualTo(Money.cny(4_000));
        assertThat(reserved.mandate().remaining()).isEqualTo(Money.cny(6_000));
        assertThat(code(mandates.reserve(wish(6_001), task("r2")))).isEqualTo("NO_MANDATE");
        Reserve other =
                new Reserve(List.of(line("fliggy:rail", "flash.order.quote", 100)), List.of());
        assertThat(code(mandates.reserve(other, task("r3")))).isEqualTo("NO_MANDATE");
        Reserve strange =
                new Reserve(List.of(line("flash:7", "fliggy.train.quote", 100)), List.of());
        assertThat(code(mandates.reserve(strange, task("r4")))).isEqualTo("NO_MANDATE");
        Reserve both =
                new Reserve(
                        List.of(
                                line("flash:7", "flash.order.quote", 100),
                                line("fliggy:rail", "flash.order.quote", 100)),
                        List.of());
        assertThat(code(mandates.reserve(both, task("r5")))).isEqualTo("NO_MANDATE");
    }

    @Test
    void says_when_one_would_cover_it_but_too_little_is_left() {
        open("md_" + user, 5_000, null);
        done(mandates.reserve(wish(4_000), task("r1")));
        Refused<?> refused = refused(mandates.reserve(wish(1_001), task("r2")));
        assertThat(refused.code()).isEqualTo("MANDATE_EXHAUSTED");
        assertThat(refused.message()).isEqualTo("事先授权只剩10元，这次要10.01元，需要你确认。");
        done(mandates.reserve(wish(1_000), task("r3")));
    }

    @Test
    void the_same_task_again_reserves_once() {
        open("md_" + user, 5_000, null);
        Reserved first = done(mandates.reserve(wish(4_000), task("r1")));
        Reserved again = done(mandates.reserve(wish(4_000), task("r1")));
        assertThat(again.reservationId()).isEqualTo(first.reservationId());
        assertThat(again.mandate().remaining()).isEqualTo(Money.cny(1_000));
    }

    @Test
    void a_release_gives_back_once() {
        open("md_" + user, 5_000, null);
        Reserved first = done(mandates.reserve(wish(4_000), task("r1")));
        ReleaseReservation wish = new ReleaseReservation(first.reservationId());
        assertThat(done(mandates.release(wish, task("u1"))).released()).isEqualTo(Money.cny(4_000));
        var again = done(mandates.release(wish, task("u2")));
        assertThat(again.released()).isEqualTo(Money.cny(0));
        assertThat(again.mandate().remaining()).isEqualTo(Money.cny(5_000));
    }

    @Test
    void a_new_price_takes_the_place_of_the_old_and_is_not_counted_on_top() {
        open("md_" + user, 5_000, null);
        Reserved first = done(mandates.reserve(wish(4_000), task("r1")));
        Reserve dearer = new Reserve(wish(4_500).lines(), List.of(first.reservationId()));
        Reserved second = done(mandates.reserve(dearer, task("r2")));
        assertThat(second.mandate().remaining()).isEqualTo(Money.cny(500));
        ReleaseReservation old = new ReleaseReservation(first.reservationId());
        assertThat(done(mandates.release(old, task("u1"))).released()).isEqualTo(Money.cny(0));
    }

    @Test
    void a_closed_or_ended_mandate_covers_nothing_new() {
        open("md_" + user, 5_000, null);
        now = NOW.plus(Duration.ofDays(2));
        assertThat(code(mandates.reserve(wish(1), task("r1")))).isEqualTo("NO_MANDATE");
        now = NOW;
        done(mandates.close(new CloseMandate("md_" + user), task("c1")));
        assertThat(code(mandates.reserve(wish(1), task("r2")))).isEqualTo("NO_MANDATE");
        assertThat(code(mandates.close(new CloseMandate("md_none"), task("c2"))))
                .isEqualTo("UNKNOWN_MANDATE");
    }

    @Test
    void what_would_allow_nothing_or_has_ended_is_refused() {
        assertThat(code(mandates.open(terms("md_x" + user, 0, null), task("o1"))))
                .isEqualTo("MANDATE_INVALID");
        MandateTerms past =
                new MandateTerms(
                        "md_y" + user,
                        List.of("*"),
                        List.of("*"),
                        Money.cny(1),
                        null,
                        "2026-11-22T00:00:00+08:00");
        assertThat(code(mandates.open(past, task("o2")))).isEqualTo("MANDATE_INVALID");
    }

    @Test
    void of_forty_at_once_exactly_as_many_get_it_as_the_mandate_allows() throws Exception {
        open("md_" + user, 10_000, null);
        List<Callable<Outcome<Reserved>>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "race" + i;
            all.add(() -> mandates.reserve(wish(1_000), task(id)));
        }

        assertThat(doneOf(race(all))).isEqualTo(10);
    }

    private void open(String id, long total, @Nullable Long each) {
        done(mandates.open(terms(id, total, each), task("open" + id)));
    }

    private static MandateTerms terms(String id, long total, @Nullable Long each) {
        return new MandateTerms(
                id,
                List.of("flash:*"),
                List.of("flash.*"),
                Money.cny(total),
                each == null ? null : Money.cny(each),
                "2026-11-24T12:00:00+08:00");
    }

    private static Reserve wish(long fen) {
        return new Reserve(List.of(line("flash:7", "flash.order.quote", fen)), List.of());
    }

    private static Reserve.Line line(String payee, String capability, long fen) {
        return new Reserve.Line(
                "q_" + UUID.randomUUID(), "拿铁", new Payee(payee, "店"), Money.cny(fen), capability);
    }

    private Task task(String id) {
        return new Task(
                "p_" + user + "/" + id + "/do/1",
                "p_" + user,
                user,
                "zh",
                now,
                now.plusSeconds(30),
                1,
                null);
    }

    private static String code(Outcome<?> outcome) {
        return refused(outcome).code();
    }
}
