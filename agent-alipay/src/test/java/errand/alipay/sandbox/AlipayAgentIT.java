package errand.alipay.sandbox;

import errand.agent.Agent;
import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.alipay.AlipayAgent;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.CloseMandate;
import errand.alipay.wallet.MandateTerms;
import errand.alipay.wallet.OpenedMandate;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.QuoteTransfer;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.ReleaseReservation;
import errand.alipay.wallet.Reserve;
import errand.alipay.wallet.Reserved;
import errand.alipay.wallet.SendTransfer;
import errand.alipay.wallet.TransferQuote;
import errand.alipay.wallet.VoidPayment;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every agent keeps, kept by alipay. */
class AlipayAgentIT extends AgentContract {

    @Override
    protected String name() {
        return "alipay";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        return new AlipayAgent(Sandbox.on(database, 6_000_000).services());
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote first = quote();
        Quote second = quote();
        Quote third = quote();
        Quote fourth = quote();
        String toCapture = authorise(harness, second);
        return List.of(
                new Example("alipay.payment.authorise", new Authorise(List.of(line(first))), first),
                new Example(
                        "alipay.payment.capture",
                        new Capture(toCapture, List.of(second.quoteId())),
                        second),
                new Example(
                        "alipay.payment.void", new VoidPayment(authorise(harness, third)), third),
                new Example("alipay.payment.refund", new Refund(capture(harness, fourth)), fourth),
                transfer(harness),
                new Example("alipay.mandate.open", terms()),
                new Example("alipay.mandate.close", new CloseMandate(mandate(harness))),
                new Example("alipay.mandate.reserve", reserve(harness)),
                new Example(
                        "alipay.mandate.release",
                        new ReleaseReservation(
                                AgentHarness.output(
                                                harness.call(
                                                        "alipay.mandate.reserve", reserve(harness)),
                                                Reserved.class)
                                        .reservationId())));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from alipay.ledger_sum").query().listOfRows(),
                db.sql("select * from alipay.entry order by 1, 2").query().listOfRows(),
                db.sql("select * from alipay.authorised_line order by 1, 2").query().listOfRows(),
                db.sql("select mandate_id, reserved, version from alipay.mandate order by 1")
                        .query()
                        .listOfRows(),
                db.sql("select * from alipay.reservation order by 1").query().listOfRows(),
                db.sql("select * from alipay.movement order by 1").query().listOfRows(),
                db.sql("select * from alipay.refund order by 1").query().listOfRows(),
                db.sql("select * from alipay.transfer_sent order by 1").query().listOfRows());
    }

    private static Example transfer(AgentHarness harness) {
        QuoteTransfer wish = new QuoteTransfer("妈妈", Money.cny(500), null, null);
        Quote quote =
                AgentHarness.output(
                                harness.call("alipay.transfer.quote", wish), TransferQuote.class)
                        .quote();
        return new Example("alipay.transfer.send", new SendTransfer(quote.quoteId()), quote);
    }

    private static String authorise(AgentHarness harness, Quote quote) {
        Authorise wish = new Authorise(List.of(line(quote)));
        return AgentHarness.output(
                        harness.callAgreed("alipay.payment.authorise", wish, quote),
                        Authorised.class)
                .authorisationId();
    }

    private MandateTerms terms() {
        return new MandateTerms(
                "md_" + UUID.randomUUID(),
                List.of("*"),
                List.of("*"),
                Money.cny(100_000),
                null,
                clock().instant().plusSeconds(86_400).toString());
    }

    private String mandate(AgentHarness harness) {
        return AgentHarness.output(
                        harness.call("alipay.mandate.open", terms()), OpenedMandate.class)
                .mandateId();
    }

    private Reserve reserve(AgentHarness harness) {
        mandate(harness);
        Quote quote = quote();
        return new Reserve(
                List.of(
                        new Reserve.Line(
                                quote.quoteId(),
                                quote.title(),
                                quote.payee(),
                                Money.cny(100),
                                "fliggy.train.quote")),
                List.of());
    }

    private static String capture(AgentHarness harness, Quote quote) {
        Capture wish = new Capture(authorise(harness, quote), List.of(quote.quoteId()));
        return AgentHarness.output(
                        harness.callAgreed("alipay.payment.capture", wish, quote), Captured.class)
                .captureId();
    }

    private static PaymentLine line(Quote quote) {
        return new PaymentLine(quote.quoteId(), quote.payee(), quote.total());
    }

    private Quote quote() {
        Quote.Line line = Quote.Line.of("二等座", 2, Money.cny(56_700));
        OffsetDateTime until = clock().instant().atOffset(ZoneOffset.UTC).plusMinutes(30);
        return new Quote(
                "q_" + UUID.randomUUID(),
                new Payee("fliggy:rail", "飞猪火车票"),
                "G43 北京南→杭州东",
                List.of(line),
                line.amount(),
                until,
                "",
                Map.of());
    }
}
