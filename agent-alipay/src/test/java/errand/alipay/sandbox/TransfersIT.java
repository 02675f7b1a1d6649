package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Task;
import errand.alipay.wallet.Candidate;
import errand.alipay.wallet.Candidates;
import errand.alipay.wallet.DailyLimit;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.TransferQuote;
import errand.alipay.wallet.TransferSent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TransfersIT extends Audited {

    private final Sandbox sandbox = Sandbox.on(DATABASE, Rules.USUAL.withBalance(20_000_000));
    private final Person person = Person.somebody(sandbox);
    private final Person mum = new Person(sandbox, "mum@errand.example");

    @Test
    void sends_to_a_contact_what_was_quoted_and_agreed_to() {
        long before = mum.balance();
        TransferQuote quoted = done(person.quoteTransfer("妈妈", 50_000, null));
        assertThat(quoted.quote().title()).isEqualTo("转账给妈妈（*秀兰） 500元");
        assertThat(quoted.quote().payee().id()).isEqualTo("alipay:mum@errand.example");

        Task task = person.agreeing(quoted.quote());
        TransferSent sent = done(person.send(quoted.quote(), task));

        assertThat(sent.paid()).isEqualTo(Money.cny(50_000));
        assertThat(sent.fee()).isEqualTo(Money.cny(0));
        assertThat(sent.leftToday()).isEqualTo(Money.cny(4_950_000));
        assertThat(person.balance()).isEqualTo(20_000_000 - 50_000);
        assertThat(mum.balance()).isEqualTo(before + 50_000);
        assertThat(done(person.send(quoted.quote(), task))).isEqualTo(sent);
        var again = refused(person.send(quoted.quote()));
        assertThat(again.code()).isEqualTo("ALREADY_SENT");
        assertThat(again.message()).contains(sent.transferId());
        assertThat(mum.balance()).isEqualTo(before + 50_000);
    }

    @Test
    void unknown_and_ambiguous_names_are_refused_with_who_may_be_meant() {
        var unknown = refused(person.quoteTransfer("二舅", 100, null));
        assertThat(unknown.code()).isEqualTo("PAYEE_UNKNOWN");
        assertThat(candidates(unknown)).extracting(Candidate::name).contains("妈妈（*秀兰）");
        var two = refused(person.quoteTransfer("小王", 100, null));
        assertThat(two.code()).isEqualTo("PAYEE_AMBIGUOUS");
        assertThat(candidates(two))
                .extracting(Candidate::account)
                .containsExactly("wang.lei@errand.example", "wang.lei2@errand.example");
        assertThat(
                        done(person.quoteTransfer(" Wang.Lei2@errand.example", 100, null))
                                .to()
                                .account())
                .isEqualTo("wang.lei2@errand.example");
        assertThat(candidates(person.quoteTransfer("张", 100, null)))
                .extracting(Candidate::account)
                .containsExactly("zhang.min@errand.example");
        assertThat(refused(mum.quoteTransfer("mum@errand.example", 1, null)).code())
                .isEqualTo("SAME_ACCOUNT");
        assertThat(refused(person.quoteTransfer("妈妈", 0, null)).code())
                .isEqualTo("CURRENCY_NOT_SUPPORTED");
    }

    @Test
    void payee_and_amount_are_those_that_were_shown() {
        Quote quote = done(person.quoteTransfer("爸爸", 1_000, null)).quote();
        Payee other = new Payee("alipay:eve", "Eve");
        for (PaymentLine shown :
                List.of(
                        new PaymentLine(quote.quoteId(), other, quote.total()),
                        new PaymentLine(quote.quoteId(), quote.payee(), Money.cny(999)),
                        new PaymentLine("q_x", quote.payee(), quote.total()))) {
            assertThat(refused(person.send(quote, person.task(List.of(shown)))).code())
                    .isEqualTo("NOT_AGREED");
        }
        assertThat(refused(person.send(quote, person.task())).code()).isEqualTo("NOT_AGREED");
        Person eve = Person.somebody(sandbox);
        assertThat(refused(eve.send(quote)).code()).isEqualTo("UNKNOWN_QUOTE");
        person.now = Person.NOW.plus(Duration.ofMinutes(15));
        assertThat(refused(person.send(quote)).code()).isEqualTo("QUOTE_EXPIRED");
        assertThat(person.balance()).isEqualTo(20_000_000);
    }

    @Test
    void above_the_free_amount_a_thousandth_is_charged_and_shown() {
        TransferQuote quoted = done(person.quoteTransfer("房东", 2_100_001, null));
        assertThat(quoted.fee()).isEqualTo(Money.cny(101));
        assertThat(quoted.quote().lines()).hasSize(2);
        assertThat(done(person.send(quoted.quote())).paid()).isEqualTo(Money.cny(2_100_102));
        assertThat(done(person.quoteTransfer("房东", 1_000, null)).fee()).isEqualTo(Money.cny(1));
        assertThat(person.balance()).isEqualTo(20_000_000 - 2_100_102);
    }

    @Test
    void a_day_has_a_limit_however_many_send_at_once() throws Exception {
        List<Callable<Outcome<TransferSent>>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Quote quote = done(person.quoteTransfer("刘洋", 900_000, null)).quote();
            all.add(() -> person.send(quote));
        }

        List<Outcome<TransferSent>> outcomes = race(all);

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(5);
        var no = refused(person.quoteTransfer("刘洋", 500_001, null));
        assertThat(no.code()).isEqualTo("DAILY_LIMIT");
        assertThat(no.message()).isEqualTo("每天最多转账50000元，今天已转45000元，还可以转5000元。");
        assertThat(
                        Person.details(person.quoteTransfer("刘洋", 500_001, null), DailyLimit.class)
                                .left())
                .isEqualTo(Money.cny(500_000));
        person.now = Person.NOW.plus(Duration.ofDays(1));
        done(person.quoteTransfer("刘洋", 500_001, null));
    }

    @Test
    void one_quote_sent_by_many_arrives_once() throws Exception {
        Quote quote = done(person.quoteTransfer("孙洁", 10_000, null)).quote();
        var outcomes = race(10, () -> person.send(quote));
        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(person.balance()).isEqualTo(20_000_000 - 10_000);
    }

    @Test
    void two_who_send_each_other_at_once_do_not_wait_for_each_other_for_ever() throws Exception {
        Person dad = new Person(sandbox, "dad@errand.example");
        long before = mum.balance() + dad.balance();
        List<Callable<Outcome<TransferSent>>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Quote there = done(mum.quoteTransfer("dad@errand.example", 100, null)).quote();
            Quote back = done(dad.quoteTransfer("mum@errand.example", 100, null)).quote();
            all.add(() -> mum.send(there));
            all.add(() -> dad.send(back));
        }
        assertThat(race(all)).allMatch(Done.class::isInstance);
        assertThat(mum.balance() + dad.balance()).isEqualTo(before);
    }

    @Test
    void credit_is_not_sent_and_the_own_balance_is_topped_up_from_elsewhere() {
        assertThat(refused(person.quoteTransfer("妈妈", 100, Method.HUABEI)).code())
                .isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(refused(person.quoteTransfer("自己", 100, Method.BALANCE)).code())
                .isEqualTo("METHOD_NOT_ALLOWED");
        TransferQuote up = done(person.quoteTransfer("me", 1_500_000, Method.YUEBAO));
        TransferSent sent = done(person.send(up.quote()));
        assertThat(sent.leftToday()).isEqualTo(Money.cny(5_000_000));
        assertThat(person.balance()).isEqualTo(21_500_000);
        assertThat(refused(person.quoteTransfer("me", 500_001, Method.YUEBAO)).code())
                .isEqualTo("BALANCE_TOO_LOW");
    }

    @Test
    void a_transfer_is_not_paid_like_an_order_and_its_payment_quote_says_how_it_is_charged() {
        TransferQuote quoted = done(person.quoteTransfer("妈妈", 50_000, Method.YUEBAO));
        Quote quote = quoted.quote();
        PaymentLine asOrder = new PaymentLine(quote.quoteId(), quote.payee(), quote.total());
        assertThat(refused(person.authorise(asOrder)).code()).isEqualTo("USE_TRANSFER_SEND");
        PaymentQuote payment =
                done(
                        sandbox.wallet()
                                .quote(
                                        new QuotePayment(List.of(asOrder), null, null, null),
                                        person.task()));
        assertThat(payment.method()).isEqualTo(Method.YUEBAO);
        assertThat(payment.redPacket()).isNull();
        assertThat(payment.charged()).isEqualTo(Money.cny(50_000));
        assertThat(refused(person.authorise(line(RAIL, 30_000_000))).code())
                .isEqualTo("BALANCE_TOO_LOW");
    }

    private static List<Candidate> candidates(Outcome<?> no) {
        return Person.details(no, Candidates.class).candidates();
    }
}
