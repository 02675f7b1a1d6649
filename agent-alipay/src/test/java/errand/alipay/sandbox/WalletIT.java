package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
import static errand.alipay.sandbox.Person.NOW;
import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Payee;
import errand.agent.Task;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.Shortfall;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that is reserved, then paid, given up or given back. */
class WalletIT extends Audited {

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);
    private final SandboxWallet wallet = sandbox.wallet();
    private final Person person = Person.somebody(sandbox);

    @Test
    void a_wallet_begins_with_sixty_thousand_yuan() {
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void reserves_then_pays_each_merchant_what_was_agreed() {
        PaymentLine rail = line(RAIL, 751_200);
        PaymentLine hotel = line(HOTEL, 220_000);
        long railBefore = merchant(RAIL);

        Authorised authorised = done(authorise(task(rail, hotel), rail, hotel));

        assertThat(authorised.total()).isEqualTo(Money.cny(971_200));
        assertThat(person.balance()).isEqualTo(6_000_000 - 971_200);
        assertThat(merchant(RAIL)).isEqualTo(railBefore);
        Captured captured = done(capture(task(rail, hotel), authorised, rail, hotel));
        assertThat(captured.paid()).isEqualTo(authorised.total());
        assertThat(captured.released()).isEqualTo(Money.cny(0));
        assertThat(merchant(RAIL)).isEqualTo(railBefore + 751_200);
        assertThat(person.balance()).isEqualTo(6_000_000 - 971_200);
    }

    @Test
    void a_partial_capture_gives_the_rest_back_and_closes_the_authorisation() {
        PaymentLine rail = line(RAIL, 100_000);
        PaymentLine hotel = line(HOTEL, 30_000);
        Authorised authorised = done(authorise(task(rail, hotel), rail, hotel));

        Captured captured = done(capture(task(rail, hotel), authorised, hotel));

        assertThat(captured.paid()).isEqualTo(Money.cny(30_000));
        assertThat(captured.released()).isEqualTo(Money.cny(100_000));
        assertThat(captured.lines()).containsExactly(hotel);
        assertThat(person.balance()).isEqualTo(6_000_000 - 30_000);
        Refused<?> again = refused(capture(task(rail, hotel), authorised, rail));
        assertThat(again.code()).isEqualTo("AUTHORISATION_CLOSED");
        assertThat(again.message())
                .isEqualTo("授权%s已经结束（已付款），请重新授权。".formatted(authorised.authorisationId()));
    }

    @Test
    void refuses_what_the_wallet_cannot_pay_and_says_how_much_is_missing() {
        wallet.setBalance(person.user, 320_000, NOW);
        PaymentLine camera = line(new Payee("taobao:1", "相机店"), 500_000);

        Refused<?> refused = refused(authorise(task(camera), camera));

        assertThat(refused.code()).isEqualTo("BALANCE_TOO_LOW");
        assertThat(refused.message())
                .isEqualTo("余额不足：需要5000元，可用3200元，还差1800元。可以改用余额宝、银行卡、花呗，或选更便宜的。");
        assertThat(refused.details())
                .isInstanceOfSatisfying(
                        Shortfall.class,
                        details -> {
                            assertThat(details.balance()).isEqualTo(Money.cny(320_000));
                            assertThat(details.missing()).isEqualTo(Money.cny(180_000));
                            assertThat(details.otherMethods())
                                    .extracting(MethodState::method)
                                    .containsExactly(
                                            Method.YUEBAO, Method.BANK_CARD, Method.HUABEI);
                            assertThat(details.topUp())
                                    .isEqualTo(
                                            new Shortfall.TopUp(Money.cny(180_000), Method.YUEBAO));
                        });
        assertThat(person.balance()).isEqualTo(320_000);
    }

    @Test
    void pays_only_who_and_what_the_person_saw() {
        PaymentLine agreed = line(RAIL, 50_000);
        PaymentLine dearer = new PaymentLine(agreed.quoteId(), RAIL, Money.cny(50_001));
        PaymentLine diverted = new PaymentLine(agreed.quoteId(), HOTEL, Money.cny(50_000));
        PaymentLine unseen = line(RAIL, 50_000);

        for (PaymentLine wrong : List.of(dearer, diverted, unseen)) {
            assertThat(refused(authorise(task(agreed), wrong)).code()).isEqualTo("NOT_AGREED");
        }
        assertThat(refused(authorise(person.task(), agreed)).code()).isEqualTo("NOT_AGREED");
        assertThat(refused(authorise(task(agreed), agreed, agreed)).code())
                .isEqualTo("DUPLICATE_LINE");
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void a_task_that_comes_twice_moves_money_once() {
        PaymentLine rail = line(RAIL, 10_000);
        Task authorising = task(rail);
        Authorised authorised = done(authorise(authorising, rail));
        assertThat(done(authorise(authorising, rail))).isEqualTo(authorised);
        assertThat(person.balance()).isEqualTo(6_000_000 - 10_000);

        Task capturing = task(rail);
        Captured captured = done(capture(capturing, authorised, rail));
        assertThat(done(capture(capturing, authorised, rail))).isEqualTo(captured);

        Task refunding = person.task();
        Refunded refunded = done(refund(refunding, captured));
        assertThat(done(refund(refunding, captured))).isEqualTo(refunded);
        assertThat(done(refund(person.task(), captured))).isEqualTo(refunded);
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void of_twenty_captures_of_one_authorisation_one_pays() throws Exception {
        PaymentLine rail = line(RAIL, 10_000);
        Authorised authorised = done(authorise(task(rail), rail));
        long before = merchant(RAIL);

        List<Outcome<Captured>> outcomes = race(20, () -> capture(task(rail), authorised, rail));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(merchant(RAIL)).isEqualTo(before + 10_000);
    }

    @Test
    void of_fifty_who_reserve_at_once_only_as_many_as_the_wallet_can_pay_succeed()
            throws Exception {
        wallet.setBalance(person.user, 35_000, NOW);

        List<Outcome<Authorised>> outcomes =
                race(
                        50,
                        () -> {
                            PaymentLine each = line(RAIL, 10_000);
                            return authorise(task(each), each);
                        });

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(person.balance()).isEqualTo(5_000);
    }

    @Test
    void a_quote_is_paid_once_until_it_has_been_given_back() throws Exception {
        PaymentLine rail = line(RAIL, 10_000);

        List<Outcome<Authorised>> outcomes = race(10, () -> authorise(task(rail), rail));

        List<Outcome<Authorised>> got = outcomes.stream().filter(Done.class::isInstance).toList();
        assertThat(got).hasSize(1);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .allMatch(outcome -> refused(outcome).code().equals("ALREADY_PAID"));
        done(release(person.task(), done(got.getFirst())));
        assertThat(authorise(task(rail), rail)).isInstanceOf(Done.class);
    }

    @Test
    void giving_up_returns_the_money_once_and_is_no_fault_after_a_capture() {
        PaymentLine rail = line(RAIL, 10_000);
        Authorised first = done(authorise(task(rail), rail));
        Task voiding = person.task();

        Voided voided = done(release(voiding, first));

        assertThat(voided.released()).isEqualTo(Money.cny(10_000));
        assertThat(done(release(voiding, first))).isEqualTo(voided);
        assertThat(done(release(person.task(), first)).released()).isEqualTo(Money.cny(0));
        assertThat(refused(capture(task(rail), first, rail)).code())
                .isEqualTo("AUTHORISATION_CLOSED");
        Authorised second = done(authorise(task(rail), rail));
        done(capture(task(rail), second, rail));
        assertThat(done(release(person.task(), second)).released()).isEqualTo(Money.cny(0));
        assertThat(person.balance()).isEqualTo(6_000_000 - 10_000);
    }

    @Test
    void nobody_captures_voids_or_refunds_what_is_somebody_elses() {
        PaymentLine rail = line(RAIL, 10_000);
        Authorised authorised = done(authorise(task(rail), rail));
        Task eve = new Person(sandbox, "eve").task();

        assertThat(refused(release(eve, authorised)).code()).isEqualTo("UNKNOWN_AUTHORISATION");
        assertThat(refused(capture(eve, authorised, rail)).code())
                .isEqualTo("UNKNOWN_AUTHORISATION");
        Captured captured = done(capture(task(rail), authorised, rail));
        assertThat(refused(refund(eve, captured)).code()).isEqualTo("UNKNOWN_CAPTURE");
    }

    @Test
    void captures_only_quotes_that_it_holds() {
        PaymentLine rail = line(RAIL, 10_000);
        PaymentLine other = line(HOTEL, 10_000);
        Authorised authorised = done(authorise(task(rail, other), rail));

        assertThat(refused(capture(task(rail, other), authorised, rail, other)).message())
                .isEqualTo("授权中没有这些报价：%s。可以支付：%s。".formatted(other.quoteId(), rail.quoteId()));
        assertThat(refused(capture(task(rail), authorised)).code()).isEqualTo("NOTHING_TO_PAY");
    }

    private Outcome<Authorised> authorise(Task task, PaymentLine... lines) {
        return wallet.authorise(new Authorise(List.of(lines)), task);
    }

    private Outcome<Captured> capture(Task task, Authorised authorised, PaymentLine... lines) {
        List<String> quotes = Arrays.stream(lines).map(PaymentLine::quoteId).toList();
        return wallet.capture(new Capture(authorised.authorisationId(), quotes), task);
    }

    private Outcome<Voided> release(Task task, Authorised authorised) {
        return wallet.release(new VoidPayment(authorised.authorisationId()), task);
    }

    private Outcome<Refunded> refund(Task task, Captured captured) {
        return sandbox.trades().refund(new Refund(captured.captureId()), task);
    }

    private static long merchant(Payee payee) {
        return one(
                "select coalesce(sum(amount), 0) from alipay.entry where account_id = 'merchant:%s'"
                        .formatted(payee.id()));
    }

    /** Under terms that show exactly these lines. */
    private Task task(PaymentLine... shown) {
        return person.task(List.of(shown));
    }
}
