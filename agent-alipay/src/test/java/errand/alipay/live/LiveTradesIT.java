package errand.alipay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.Terms;
import errand.agent.TransientFailure;
import errand.alipay.AlipayAgent;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.RequestPayment;
import errand.alipay.wallet.Trades;
import errand.alipay.wallet.TradesContract;
import errand.common.FailureKind;
import errand.events.TaskRequested;
import errand.runtime.live.VendorHttp;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import errand.testkit.TestDatabase;
import errand.testkit.TestTerms;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.AlipayStub.Fault;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTradesIT extends TradesContract {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");

    private final AlipayStub alipay = new AlipayStub();
    private final Live live = Live.over(alipay, DATABASE);
    private final String person = "p-" + UUID.randomUUID();

    @AfterEach
    void close() {
        alipay.close();
    }

    @Override
    protected Trades trades() {
        return live.trades();
    }

    @Override
    protected String paid(String user, PaymentLine... lines) {
        RequestPayment wish = new RequestPayment(List.of(lines), null);
        String id = done(live.cashier().request(wish, agreeing(user, lines))).captureId();
        alipay.pay(id, Lines.sum(List.of(lines)).amount());
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "FORGED, VENDOR_SIGNATURE_WRONG",
        "UNSIGNED, VENDOR_MALFORMED_ANSWER",
        "UNSIGNED_NO, VENDOR_SIGNATURE_WRONG",
        "FORGED_NO, VENDOR_SIGNATURE_WRONG",
        "LOST, VENDOR_UNREACHABLE",
        "LATE, VENDOR_NO_ANSWER",
        "TROUBLE, VENDOR_BROKEN",
        "SYSTEM_ERROR, VENDOR_BROKEN",
        "LIMITED, VENDOR_BUSY",
        "HTML, VENDOR_MALFORMED_ANSWER",
        "OTHER_JSON, VENDOR_MALFORMED_ANSWER"
    })
    void what_may_pass_is_said_to_and_works_the_next_time(Fault fault, String code) {
        String id = paid(person, line(SHOP, 10_000));
        Refund wish = new Refund(id, Money.cny(1_000), null, null);
        Task task = task(person);
        alipay.next(fault);

        assertThatThrownBy(() -> trades().refund(wish, task))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        passing -> assertThat(passing.code()).isEqualTo(code));

        assertThat(done(trades().refund(wish, task)).left()).isEqualTo(Money.cny(9_000));
        assertThat(alipay.refunds(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"FORGED", "UNSIGNED", "LOST", "LATE"})
    void a_refund_whose_answer_is_not_known_is_found_by_its_number(Fault fault) throws Exception {
        String id = paid(person, line(SHOP, 10_000));
        Refund wish = new Refund(id, Money.cny(1_000), null, null);
        Task task = task(person);
        var find = Objects.requireNonNull(trades().foundBy());
        assertThat(find.find(wish, task)).isEmpty();
        alipay.next(fault);
        assertThatThrownBy(() -> trades().refund(wish, task)).isInstanceOf(TransientFailure.class);

        Refunded found = done(find.find(wish, task).orElseThrow());

        assertThat(found.refundId()).isEqualTo(OpenPlatformTrades.outRequestNo(task));
        assertThat(found.refunded()).isEqualTo(Money.cny(1_000));
        assertThat(found.left()).isEqualTo(Money.cny(9_000));
        assertThat(done(trades().refund(wish, task)).left()).isEqualTo(Money.cny(9_000));
        assertThat(alipay.refunds(id)).isEqualTo(1);
        alipay.next(Fault.TROUBLE);
        assertThatThrownBy(() -> find.find(wish, task)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void the_runtime_gives_back_once_when_the_answer_is_lost() {
        String id = paid("demo", line(SHOP, 10_000));
        AgentHarness harness = AgentHarness.on(new AlipayAgent(live.services()), DATABASE);
        TaskRequested task =
                harness.task("alipay.payment.refund")
                        .input(new Refund(id))
                        .terms(TestTerms.agreed("p_test", quote()))
                        .build();
        alipay.next(Fault.LOST);

        Reply lost = harness.deliver(task);
        assertThat(lost.failure()).isEqualTo(FailureKind.TRANSIENT);
        Refunded found = AgentHarness.output(harness.deliver(task), Refunded.class);

        assertThat(found.refunded()).isEqualTo(Money.cny(10_000));
        assertThat(alipay.refunds(id)).isEqualTo(1);
        assertThat(alipay.http().asked())
                .filteredOn(asked -> "alipay.trade.refund".equals(asked.fields().get("method")))
                .hasSize(1);
    }

    @Test
    void what_only_who_runs_it_can_mend_is_a_fault() {
        String id = paid(person, line(SHOP, 10_000));
        alipay.next(Fault.NOT_ALLOWED);
        assertThatThrownBy(() -> trades().query(new QueryPayment(id), task(person)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Alipay does not take this app's call of alipay.trade.query (40006 isv.insufficient-isv-permissions). Check app id, keys and the products the app has.");
    }

    @Test
    void money_that_did_not_move_yet_is_asked_for_and_a_business_no_is_a_refusal() {
        String id = paid(person, line(SHOP, 10_000));
        alipay.next(Fault.NO_FUND_CHANGE);
        assertThat(
                        done(trades().refund(
                                                new Refund(id, Money.cny(1), null, null),
                                                task(person)))
                                .left())
                .isEqualTo(Money.cny(9_999));
        alipay.next(Fault.SELLER_EMPTY);
        assertThat(refused(trades().refund(new Refund(id), task(person))).code())
                .isEqualTo("SELLER_CANNOT_REFUND");
        alipay.status(id, "TRADE_FINISHED");
        assertThat(refused(trades().refund(new Refund(id), task(person))).code())
                .isEqualTo("REFUND_TOO_LATE");
        alipay.status(id, "WAIT_BUYER_PAY");
        assertThat(refused(trades().refund(new Refund(id), task(person))).code())
                .isEqualTo("NOT_PAID");
    }

    @Test
    void an_amount_that_differs_from_what_was_asked_for_is_not_believed() {
        PaymentLine line = line(SHOP, 10_000);
        RequestPayment wish = new RequestPayment(List.of(line), null);
        String id = done(live.cashier().request(wish, agreeing(person, line))).captureId();
        alipay.pay(id, 9_999);
        assertThatThrownBy(() -> trades().query(new QueryPayment(id), task(person)))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        passing -> assertThat(passing.code()).isEqualTo(VendorHttp.MALFORMED));
    }

    private static Quote quote() {
        Quote.Line line = Quote.Line.of("退款", 1, Money.cny(1));
        return new Quote(
                "q_" + UUID.randomUUID(),
                SHOP,
                "退款",
                List.of(line),
                line.amount(),
                OffsetDateTime.parse("2026-11-23T23:00:00+08:00"),
                "",
                Map.of());
    }

    static Task agreeing(String user, PaymentLine... lines) {
        List<Terms.Item> items =
                Arrays.stream(lines)
                        .map(l -> new Terms.Item(l.quoteId(), l.payee(), l.amount()))
                        .toList();
        Money total = Lines.sum(List.of(lines));
        Task plain = task(user);
        return new Task(
                plain.id(),
                plain.planId(),
                user,
                "zh",
                NOW,
                plain.deadline(),
                1,
                new Terms("k_1", "sha256:00", "p_1", total, items));
    }
}
