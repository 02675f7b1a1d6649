package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
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
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.ListRedPackets;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.RedPacket;
import errand.alipay.wallet.RedPackets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedPacketsIT extends Audited {

    /** 20 yuan off 500 at fliggy; every person has one. */
    private static final String TRAVEL = "出行红包 满500减20";

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);
    private final Person person = Person.somebody(sandbox);

    @Test
    void a_quote_takes_the_best_that_fits_and_sellers_get_all_of_it() {
        PaymentLine rail = line(RAIL, 60_000);

        PaymentQuote quote = done(quote(rail, null));

        assertThat(quote.redPacket()).isEqualTo(packet(TRAVEL));
        assertThat(quote.discount()).isEqualTo(Money.cny(2_000));
        assertThat(quote.charged()).isEqualTo(Money.cny(58_000));
        assertThat(quote.title()).isEqualTo("共600元，红包抵扣20元，余额实付580元");
        long before = merchant(RAIL);
        Captured captured =
                person.pay(new Authorise(List.of(rail), null, null, quote.paymentQuoteId()));
        assertThat(captured.paid()).isEqualTo(Money.cny(60_000));
        assertThat(captured.charged()).isEqualTo(Money.cny(58_000));
        assertThat(merchant(RAIL)).isEqualTo(before + 60_000);
        assertThat(person.balance()).isEqualTo(6_000_000 - 58_000);
        assertThat(packet(TRAVEL).state()).isEqualTo("used");
    }

    @Test
    void a_payment_quote_binds_lines_method_packet_and_time() {
        PaymentLine rail = line(RAIL, 60_000);
        PaymentQuote quote = done(quote(rail, Method.YUEBAO));
        String id = quote.paymentQuoteId();
        PaymentLine other = line(RAIL, 60_000);

        assertThat(code(new Authorise(List.of(other), null, null, id)))
                .isEqualTo("PAYMENT_QUOTE_DIFFERS");
        assertThat(code(new Authorise(List.of(rail), Method.BALANCE, null, id)))
                .isEqualTo("PAYMENT_QUOTE_DIFFERS");
        assertThat(code(new Authorise(List.of(rail), null, "RPX", id)))
                .isEqualTo("PAYMENT_QUOTE_DIFFERS");
        assertThat(code(new Authorise(List.of(rail), null, null, "pq_none")))
                .isEqualTo("UNKNOWN_PAYMENT_QUOTE");
        Person eve = Person.somebody(sandbox);
        assertThat(refused(eve.authorise(new Authorise(List.of(rail), null, null, id))).code())
                .isEqualTo("UNKNOWN_PAYMENT_QUOTE");
        person.now = Person.NOW.plus(Duration.ofMinutes(15));
        assertThat(code(new Authorise(List.of(rail), null, null, id))).isEqualTo("QUOTE_EXPIRED");
        person.now = Person.NOW.plus(Duration.ofMinutes(14));
        Authorised authorised =
                done(person.authorise(new Authorise(List.of(rail), null, null, id)));
        assertThat(authorised.method()).isEqualTo(Method.YUEBAO);
        assertThat(authorised.charged()).isEqualTo(Money.cny(58_000));
    }

    @Test
    void serves_one_payment_however_many_want_it() throws Exception {
        String packet = packet(TRAVEL).redPacketId();

        List<Outcome<Authorised>> outcomes =
                race(
                        12,
                        () ->
                                person.authorise(
                                        new Authorise(
                                                List.of(line(RAIL, 50_000)), null, packet, null)));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> !(o instanceof Done)))
                .allMatch(o -> refused(o).code().equals("RED_PACKET_UNUSABLE"));
        assertThat(person.balance()).isEqualTo(6_000_000 - 48_000);
    }

    @Test
    void is_given_back_when_voided_or_when_all_is_refunded_and_not_before() {
        String packet = packet(TRAVEL).redPacketId();
        PaymentLine rail = line(RAIL, 50_000);
        Authorise wish = new Authorise(List.of(rail), null, packet, null);
        Authorised first = done(person.authorise(wish));
        assertThat(packet(TRAVEL).state()).isEqualTo("reserved");
        done(person.release(first));
        assertThat(packet(TRAVEL).state()).isEqualTo("usable");
        assertThat(person.balance()).isEqualTo(6_000_000);

        Captured captured = person.pay(wish);
        assertThat(done(person.refund(captured, 25_000L, null)).returned())
                .isEqualTo(Money.cny(24_000));
        assertThat(packet(TRAVEL).state()).isEqualTo("used");
        assertThat(done(person.refund(captured, null, null)).returned())
                .isEqualTo(Money.cny(24_000));
        assertThat(packet(TRAVEL).state()).isEqualTo("usable");
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void odd_parts_give_back_to_the_fen_what_was_charged() {
        String packet = packet(TRAVEL).redPacketId();
        PaymentLine rail = line(RAIL, 50_001);
        PaymentLine hotel = line(HOTEL, 33_333);
        Captured captured = person.pay(new Authorise(List.of(rail, hotel), null, packet, null));
        long back = 0;
        for (long part : new long[] {1, 7_777, 3, 42_220}) {
            back += done(person.refund(captured, part, rail.quoteId())).returned().amount();
        }
        back += done(person.refund(captured, null, null)).returned().amount();
        assertThat(back).isEqualTo(captured.charged().amount()).isEqualTo(81_334);
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void what_is_not_captured_takes_its_share_with_it() {
        String packet = packet(TRAVEL).redPacketId();
        PaymentLine rail = line(RAIL, 40_000);
        PaymentLine hotel = line(HOTEL, 60_000);
        Authorised authorised =
                done(person.authorise(new Authorise(List.of(rail, hotel), null, packet, null)));
        Captured captured = done(person.capture(authorised, rail));
        assertThat(captured.charged()).isEqualTo(Money.cny(40_000 - 800));
        assertThat(person.balance()).isEqualTo(6_000_000 - 39_200);
    }

    @Test
    void what_does_not_fit_is_refused_with_those_that_do() {
        String packet = packet(TRAVEL).redPacketId();
        PaymentLine small = line(RAIL, 49_999);
        var no = refused(person.authorise(new Authorise(List.of(small), null, packet, null)));
        assertThat(no.code()).isEqualTo("RED_PACKET_UNUSABLE");
        assertThat(no.details())
                .isInstanceOfSatisfying(
                        RedPackets.class,
                        fit ->
                                assertThat(fit.redPackets())
                                        .extracting(RedPacket::title)
                                        .containsExactly("新人红包 满30减5"));
        PaymentLine elsewhere = line(new Payee("taobao:1", "店"), 60_000);
        assertThat(code(new Authorise(List.of(elsewhere), null, packet, null)))
                .isEqualTo("RED_PACKET_UNUSABLE");
        person.now = Person.NOW.plus(Duration.ofDays(30));
        assertThat(code(new Authorise(List.of(line(RAIL, 60_000)), null, packet, null)))
                .isEqualTo("RED_PACKET_UNUSABLE");
        assertThat(packet(TRAVEL).state()).isEqualTo("expired");
    }

    private Outcome<PaymentQuote> quote(PaymentLine line, @Nullable Method method) {
        return sandbox.wallet()
                .quote(new QuotePayment(List.of(line), method, null, null), person.task());
    }

    private String code(Authorise wish) {
        return refused(person.authorise(wish)).code();
    }

    private RedPacket packet(String title) {
        return done(sandbox.wallet().redPackets(new ListRedPackets(true), person.task()))
                .redPackets()
                .stream()
                .filter(packet -> packet.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static long merchant(Payee payee) {
        return one(
                "select coalesce(sum(amount), 0) from alipay.entry where account_id = 'merchant:%s'"
                        .formatted(payee.id()));
    }
}
