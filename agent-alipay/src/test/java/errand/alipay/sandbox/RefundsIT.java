package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Task;
import errand.alipay.rules.Words;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundsIT extends Audited {

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);
    private final Person person = Person.somebody(sandbox);

    @Test
    void gives_back_part_after_part_and_says_what_is_left() {
        Captured captured = person.pay(line(RAIL, 10_000));

        Refunded first = done(person.refund(captured, 3_000L, null));
        assertThat(first.refunded()).isEqualTo(Money.cny(3_000));
        assertThat(first.returned()).isEqualTo(Money.cny(3_000));
        assertThat(first.left()).isEqualTo(Money.cny(7_000));
        assertThat(person.balance()).isEqualTo(6_000_000 - 7_000);
        assertThat(state(captured)).isEqualTo(PaymentState.State.PARTLY_REFUNDED);

        Refunded rest = done(person.refund(captured, null, null));
        assertThat(rest.refunded()).isEqualTo(Money.cny(7_000));
        assertThat(rest.left()).isEqualTo(Money.cny(0));
        assertThat(rest.refundId()).isNotEqualTo(first.refundId());
        assertThat(done(person.refund(captured, null, null))).isEqualTo(rest);
        assertThat(state(captured)).isEqualTo(PaymentState.State.REFUNDED);
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void refuses_more_than_is_left_and_says_how_much_that_is() {
        Captured captured = person.pay(line(RAIL, 10_000));
        done(person.refund(captured, 4_000L, null));

        var no = refused(person.refund(captured, 6_001L, null));

        assertThat(no.code()).isEqualTo("REFUND_TOO_MUCH");
        assertThat(no.message()).isEqualTo("不能退60.01元，还可以退60元。");
        assertThat(no.details()).isEqualTo(new Words.Left(Money.cny(6_000)));
        assertThat(refused(person.refund(captured, 0L, null)).code())
                .isEqualTo("CURRENCY_NOT_SUPPORTED");
        done(person.refund(captured, null, null));
        assertThat(refused(person.refund(captured, 1L, null)).code()).isEqualTo("REFUND_TOO_MUCH");
    }

    @Test
    void a_part_of_a_payment_of_two_says_which_of_them() {
        PaymentLine rail = line(RAIL, 10_000);
        PaymentLine hotel = line(HOTEL, 20_000);
        Captured captured = person.pay(rail, hotel);

        var no = refused(person.refund(captured, 5_000L, null));
        assertThat(no.code()).isEqualTo("SAY_WHICH_QUOTE");
        assertThat(no.details())
                .isInstanceOfSatisfying(
                        Words.LeftOf.class,
                        left -> assertThat(left.lines()).containsExactlyInAnyOrder(rail, hotel));
        assertThat(refused(person.refund(captured, 1L, "q_other")).code())
                .isEqualTo("SAY_WHICH_QUOTE");

        done(person.refund(captured, 5_000L, hotel.quoteId()));
        done(person.refund(captured, null, rail.quoteId()));
        assertThat(refused(person.refund(captured, null, rail.quoteId())).code())
                .isEqualTo("REFUND_TOO_MUCH");
        assertThat(refused(person.refund(captured, 15_001L, hotel.quoteId())).code())
                .isEqualTo("REFUND_TOO_MUCH");
        assertThat(person.balance()).isEqualTo(6_000_000 - 15_000);
    }

    @Test
    void a_quote_given_back_wholly_may_be_paid_anew_and_one_given_back_in_part_not() {
        PaymentLine rail = line(RAIL, 10_000);
        Captured captured = person.pay(rail);
        done(person.refund(captured, 9_999L, null));
        assertThat(refused(person.authorise(rail)).code()).isEqualTo("ALREADY_PAID");
        done(person.refund(captured, 1L, null));
        assertThat(person.authorise(rail)).isInstanceOf(Done.class);
    }

    @Test
    void the_same_task_refunds_once() {
        Captured captured = person.pay(line(RAIL, 10_000));
        Refund wish = new Refund(captured.captureId(), Money.cny(1_000), null, null);
        Task task = person.task();

        Refunded first = done(sandbox.trades().refund(wish, task));

        assertThat(done(sandbox.trades().refund(wish, task))).isEqualTo(first);
        assertThat(person.balance()).isEqualTo(6_000_000 - 9_000);
    }

    @Test
    void of_forty_parts_at_once_exactly_as_many_are_given_back_as_were_paid() throws Exception {
        Captured captured = person.pay(line(RAIL, 10_000));

        List<Outcome<Refunded>> outcomes = race(40, () -> person.refund(captured, 900L, null));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(11);
        assertThat(person.balance()).isEqualTo(6_000_000 - 100);
    }

    @Test
    void goes_back_to_the_method_it_was_paid_with() {
        PaymentLine rail = line(RAIL, 10_000);
        Captured captured = person.pay(new Authorise(List.of(rail), Method.HUABEI, null, null));
        assertThat(free(Method.HUABEI)).isEqualTo(1_000_000 - 10_000);
        done(person.refund(captured, 2_500L, null));
        assertThat(free(Method.HUABEI)).isEqualTo(1_000_000 - 7_500);
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void somebody_else_gets_nothing_back() {
        Captured captured = person.pay(line(RAIL, 10_000));
        Person eve = Person.somebody(sandbox);
        assertThat(refused(eve.refund(captured, null, null)).code()).isEqualTo("UNKNOWN_CAPTURE");
        assertThat(
                        refused(
                                        sandbox.trades()
                                                .query(
                                                        new QueryPayment(captured.captureId()),
                                                        eve.task()))
                                .code())
                .isEqualTo("UNKNOWN_CAPTURE");
    }

    @Test
    void the_database_refuses_to_give_back_more_than_was_paid() {
        Captured captured = person.pay(line(RAIL, 10_000));
        assertThatThrownBy(
                        () ->
                                DB.sql(
                                                "update alipay.capture set refunded = 10001 where capture_id = ?")
                                        .param(captured.captureId())
                                        .update())
                .hasStackTraceContaining("never_refunded_more_than_captured");
        assertThatThrownBy(
                        () ->
                                DB.sql(
                                                "update alipay.authorised_line set refunded = 10001 where authorisation_id = ?")
                                        .param(captured.authorisationId())
                                        .update())
                .hasStackTraceContaining("never_refunded_more_than_paid");
    }

    private PaymentState.State state(Captured captured) {
        return done(sandbox.trades().query(new QueryPayment(captured.captureId()), person.task()))
                .state();
    }

    private long free(Method method) {
        return done(sandbox.wallet().methods(new errand.alipay.wallet.ListMethods(), person.task()))
                .methods()
                .stream()
                .filter(state -> state.method() == method)
                .map(MethodState::available)
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
