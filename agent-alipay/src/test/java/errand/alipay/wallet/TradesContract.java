package errand.alipay.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Payee;
import errand.agent.Task;
import errand.alipay.rules.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What looking at payments and giving them back keeps, in the sandbox and at Alipay. */
@Tag("integration")
public abstract class TradesContract {

    protected static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    protected static final Payee SHOP = new Payee("shop:1", "花店");
    protected static final Payee OTHER = new Payee("shop:2", "茶馆");

    private final String user = "u-" + UUID.randomUUID();

    protected abstract Trades trades();

    /** A payment that the person has made, of exactly these lines: its captureId. */
    protected abstract String paid(String user, PaymentLine... lines);

    @Test
    void a_payment_is_said_to_be_paid_then_refunded_in_part_then_wholly() {
        String id = paid(user, line(SHOP, 10_000));
        PaymentState before = state(id);
        assertThat(before.state()).isEqualTo(PaymentState.State.PAID);
        assertThat(before.total()).isEqualTo(Money.cny(10_000));
        assertThat(before.refunded()).isEqualTo(Money.cny(0));
        assertThat(before.paidAt()).isNotNull();
        assertThat(before.title()).contains("花店", "100");

        Refunded first = done(refund(id, 2_500L, null));
        assertThat(first.refunded()).isEqualTo(Money.cny(2_500));
        assertThat(first.returned()).isEqualTo(Money.cny(2_500));
        assertThat(first.left()).isEqualTo(Money.cny(7_500));
        assertThat(state(id).state()).isEqualTo(PaymentState.State.PARTLY_REFUNDED);
        assertThat(state(id).refunded()).isEqualTo(Money.cny(2_500));

        Refunded rest = done(refund(id, null, null));
        assertThat(rest.refunded()).isEqualTo(Money.cny(7_500));
        assertThat(rest.left()).isEqualTo(Money.cny(0));
        assertThat(rest.refundId()).isNotEqualTo(first.refundId());
        assertThat(state(id).state()).isEqualTo(PaymentState.State.REFUNDED);
    }

    @Test
    void all_of_nothing_left_says_what_was_given_back_last() {
        String id = paid(user, line(SHOP, 10_000));
        Refunded all = done(refund(id, null, null));
        assertThat(done(refund(id, null, null))).isEqualTo(all);
    }

    @Test
    void more_than_is_left_is_refused_with_what_is_left() {
        String id = paid(user, line(SHOP, 10_000));
        done(refund(id, 9_000L, null));
        Refused<Refunded> no = refused(refund(id, 1_001L, null));
        assertThat(no.code()).isEqualTo("REFUND_TOO_MUCH");
        assertThat(no.details()).isEqualTo(new Words.Left(Money.cny(1_000)));
        assertThat(refused(refund(id, 0L, null)).code()).isEqualTo("CURRENCY_NOT_SUPPORTED");
        assertThat(refused(refund(id, -5L, null)).code()).isEqualTo("CURRENCY_NOT_SUPPORTED");
    }

    @Test
    void a_part_of_a_payment_of_two_says_which_of_them() {
        PaymentLine first = line(SHOP, 10_000);
        PaymentLine second = line(OTHER, 20_000);
        String id = paid(user, first, second);
        Refused<Refunded> no = refused(refund(id, 5_000L, null));
        assertThat(no.code()).isEqualTo("SAY_WHICH_QUOTE");
        done(refund(id, 5_000L, first.quoteId()));
        assertThat(refused(refund(id, 5_001L, first.quoteId())).code())
                .isEqualTo("REFUND_TOO_MUCH");
        assertThat(refused(refund(id, 1L, "q_other")).code()).isEqualTo("SAY_WHICH_QUOTE");
        assertThat(done(refund(id, null, null)).refunded()).isEqualTo(Money.cny(25_000));
    }

    @Test
    void one_task_gives_back_once() {
        String id = paid(user, line(SHOP, 10_000));
        Refund wish = new Refund(id, Money.cny(6_000), null, null);
        Task task = task(user);
        Refunded first = done(trades().refund(wish, task));
        assertThat(done(trades().refund(wish, task))).isEqualTo(first);
        assertThat(state(id).refunded()).isEqualTo(Money.cny(6_000));
    }

    @Test
    void however_many_ask_at_once_no_more_is_given_back_than_was_paid() throws Exception {
        String id = paid(user, line(SHOP, 5_000));
        int given = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome<Refunded>>> all = new ArrayList<>();
            Collections.nCopies(12, 900L)
                    .forEach(part -> all.add(threads.submit(() -> refund(id, part, null))));
            for (Future<Outcome<Refunded>> one : all) {
                given += one.get() instanceof Done<Refunded> ? 1 : 0;
            }
        }
        assertThat(given).isEqualTo(5);
        assertThat(state(id).refunded()).isEqualTo(Money.cny(4_500));
    }

    @Test
    void nobody_sees_or_refunds_what_somebody_else_paid() {
        String id = paid(user, line(SHOP, 10_000));
        Task eve = task("eve");
        assertThat(refused(trades().query(new QueryPayment(id), eve)).code())
                .isEqualTo("UNKNOWN_CAPTURE");
        assertThat(refused(trades().refund(new Refund(id), eve)).code())
                .isEqualTo("UNKNOWN_CAPTURE");
        assertThat(refused(refund("C0", null, null)).code()).isEqualTo("UNKNOWN_CAPTURE");
    }

    private PaymentState state(String id) {
        return done(trades().query(new QueryPayment(id), task(user)));
    }

    private Outcome<Refunded> refund(String id, @Nullable Long part, @Nullable String quote) {
        Money money = part == null ? null : Money.cny(part);
        return trades().refund(new Refund(id, money, quote, null), task(user));
    }

    protected static PaymentLine line(Payee payee, long fen) {
        return new PaymentLine("q_" + UUID.randomUUID(), payee, Money.cny(fen));
    }

    protected static Task task(String user) {
        return new Task(
                "p_1/" + UUID.randomUUID() + "/do/1",
                "p_1",
                user,
                "zh",
                NOW,
                NOW.plusSeconds(30),
                1,
                null);
    }

    protected static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<O>) outcome).output();
    }

    protected static <O> Refused<O> refused(Outcome<O> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<O>) outcome;
    }
}
