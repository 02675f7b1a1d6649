package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Money;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Movement;
import errand.alipay.wallet.MovementKind;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.ReadStatement;
import errand.alipay.wallet.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementIT extends Audited {

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);
    private final Person person = Person.somebody(sandbox);

    @Test
    void shows_what_moved_the_newest_first_with_what_was_there_after_it() {
        PaymentLine rail = line(RAIL, 10_000);
        PaymentLine hotel = line(HOTEL, 20_000);
        Authorised authorised = done(person.authorise(rail, hotel));
        Capture wish =
                new Capture(
                        authorised.authorisationId(),
                        List.of(rail.quoteId()),
                        List.of(new Capture.OrderOf(rail.quoteId(), "B100")));
        Captured captured = done(sandbox.wallet().capture(wish, person.task(List.of(rail))));
        var refund = done(person.refund(captured, 4_000L, null));
        var sent = done(person.send(done(person.quoteTransfer("妈妈", 500, null)).quote()));

        Statement all = read(null, null, null);

        assertThat(all.movements())
                .extracting(Movement::kind)
                .containsExactly(
                        MovementKind.TRANSFER_OUT,
                        MovementKind.REFUND,
                        MovementKind.PAYMENT,
                        MovementKind.OPENING);
        assertThat(all.movements())
                .extracting(movement -> movement.balanceAfter().amount())
                .containsExactly(5_993_500L, 5_994_000L, 5_990_000L, 6_000_000L);
        assertThat(all.movements())
                .extracting(Movement::reference)
                .startsWith(sent.transferId(), refund.refundId(), captured.captureId());
        Movement payment = all.movements().get(2);
        assertThat(payment.orderId()).isEqualTo("B100");
        assertThat(payment.quoteId()).isEqualTo(rail.quoteId());
        assertThat(payment.planId()).isEqualTo("p_1");
        assertThat(payment.counterpart()).isEqualTo("飞猪火车票");
        assertThat(all.out()).isEqualTo(Money.cny(10_500));
        assertThat(all.in()).isEqualTo(Money.cny(6_004_000));
        assertThat(all.title()).isEqualTo("2026-10-24至2026-11-23：支出105元，收入60040元");
    }

    @Test
    void pages_meet_and_repeat_nothing() {
        for (int i = 1; i <= 12; i++) {
            person.pay(line(RAIL, i));
        }
        List<Movement> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Statement page = read(null, 5, cursor);
            seen.addAll(page.movements());
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(13).doesNotHaveDuplicates();
        for (int i = 0; i + 1 < seen.size(); i++) {
            assertThat(seen.get(i).balanceAfter())
                    .isEqualTo(seen.get(i + 1).balanceAfter().plus(seen.get(i).amount()));
        }
    }

    @Test
    void shows_one_kind_or_one_period_and_only_the_persons_own() {
        person.pay(line(RAIL, 100));
        Person other = Person.somebody(sandbox);
        other.pay(line(RAIL, 200));
        person.now = Person.NOW.plus(Duration.ofDays(3));
        person.pay(line(RAIL, 300));
        assertThat(read(List.of(MovementKind.PAYMENT), null, null).out()).isEqualTo(Money.cny(400));
        Statement day =
                done(
                        sandbox.wallet()
                                .statement(
                                        new ReadStatement(
                                                LocalDate.parse("2026-11-26"),
                                                LocalDate.parse("2026-11-26"),
                                                null,
                                                null,
                                                null),
                                        person.task()));
        assertThat(day.movements()).hasSize(1);
        assertThat(day.out()).isEqualTo(Money.cny(300));
    }

    @Test
    void what_cannot_be_read_is_refused() {
        LocalDate day = LocalDate.parse("2026-11-23");
        assertThat(code(new ReadStatement(day, day.minusDays(1), null, null, null)))
                .isEqualTo("BAD_PERIOD");
        assertThat(code(new ReadStatement(null, null, null, 101, null))).isEqualTo("BAD_LIMIT");
        assertThat(code(new ReadStatement(null, null, null, null, "M1'--")))
                .isEqualTo("BAD_CURSOR");
    }

    @Test
    void movements_stay_as_they_are() {
        person.balance();
        assertThatThrownBy(() -> DB.sql("update alipay.movement set amount = 1").update())
                .hasStackTraceContaining("What is in the ledger stays");
    }

    private String code(ReadStatement wish) {
        return refused(sandbox.wallet().statement(wish, person.task())).code();
    }

    private Statement read(
            @Nullable List<MovementKind> kinds, @Nullable Integer limit, @Nullable String cursor) {
        return done(
                sandbox.wallet()
                        .statement(
                                new ReadStatement(null, null, kinds, limit, cursor),
                                person.task()));
    }
}
