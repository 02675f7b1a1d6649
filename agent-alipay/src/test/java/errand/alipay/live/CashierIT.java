package errand.alipay.live;

import static errand.alipay.live.LiveTradesIT.agreeing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Capability;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.alipay.AlipayAgent;
import errand.alipay.wallet.ClosePayment;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentRequested;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.RequestPayment;
import errand.alipay.wallet.RequestPayment.Channel;
import errand.testkit.TestDatabase;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.AlipayStub.Fault;
import errand.testkit.vendor.Rsa2;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("integration")
class CashierIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");
    private static final Payee SHOP = new Payee("shop:1", "花店/本店");

    private final AlipayStub alipay = new AlipayStub();
    private final Live live = Live.over(alipay, DATABASE);
    private final String user = "u-" + UUID.randomUUID();
    private final PaymentLine line =
            new PaymentLine("q_" + UUID.randomUUID(), SHOP, Money.cny(12_345));

    @AfterEach
    void close() {
        alipay.close();
    }

    @Test
    void offers_what_the_platform_offers_and_nothing_else() {
        assertThat(new AlipayAgent(live.services()).capabilities().checked().all())
                .extracting(Capability::name)
                .containsExactly(
                        "alipay.payment.request",
                        "alipay.payment.close",
                        "alipay.payment.query",
                        "alipay.payment.refund");
    }

    @Test
    void hands_over_a_link_that_alipay_will_know_as_ours() {
        Task task = agreeing(user, line);

        PaymentRequested asked = done(live.cashier().request(wish(null), task));

        assertThat(asked.state()).isEqualTo(PaymentState.State.WAITING);
        assertThat(asked.qrCode()).isNull();
        assertThat(asked.say()).isEqualTo("请打开链接，在支付宝页面付款；付款前不会扣款。");
        Map<String, String> fields = query(Objects.requireNonNull(asked.payUrl()));
        assertThat(Rsa2.signedByApp(fields)).isTrue();
        assertThat(fields)
                .containsEntry("method", "alipay.trade.page.pay")
                .containsEntry("app_id", AlipayStub.APP_ID)
                .containsEntry("notify_url", "https://shop.example/alipay/notify");
        JsonNode content = JsonMapper.shared().readTree(fields.get("biz_content"));
        assertThat(content.path("out_trade_no").asString())
                .isEqualTo(asked.captureId())
                .isEqualTo(OpenPlatformCashier.outTradeNo(task));
        assertThat(content.path("total_amount").asString()).isEqualTo("123.45");
        assertThat(content.path("time_expire").asString()).isEqualTo("2026-11-23 11:30:00");
        assertThat(content.path("subject").asString()).isEqualTo("花店 本店 123.45元");
        assertThat(alipay.http().asked()).isEmpty();
        assertThat(state(asked.captureId())).isEqualTo(PaymentState.State.WAITING);
        alipay.pay(asked.captureId(), 12_345);
        assertThat(state(asked.captureId())).isEqualTo(PaymentState.State.PAID);
    }

    @Test
    void a_qr_code_whose_answer_is_lost_is_given_again_for_the_same_payment() throws Exception {
        Task task = agreeing(user, line);
        alipay.next(Fault.LOST);
        assertThatThrownBy(() -> live.cashier().request(wish(Channel.QR), task))
                .isInstanceOf(TransientFailure.class);
        assertThat(live.cashier().requestsFoundBy().find(wish(Channel.QR), task)).isEmpty();

        PaymentRequested asked = done(live.cashier().request(wish(Channel.QR), task));

        assertThat(asked.payUrl()).isNull();
        assertThat(asked.qrCode()).isEqualTo("https://qr.alipay.example/" + asked.captureId());
        alipay.open(asked.captureId(), 12_345);
        PaymentRequested found =
                done(live.cashier().requestsFoundBy().find(wish(Channel.QR), task).orElseThrow());
        assertThat(found).isEqualTo(asked);
        alipay.pay(asked.captureId(), 12_345);
        assertThat(
                        done(live.cashier()
                                        .requestsFoundBy()
                                        .find(wish(Channel.QR), task)
                                        .orElseThrow())
                                .state())
                .isEqualTo(PaymentState.State.PAID);
        alipay.status(asked.captureId(), "TRADE_CLOSED");
        assertThat(
                        code(
                                live.cashier()
                                        .requestsFoundBy()
                                        .find(wish(Channel.QR), task)
                                        .orElseThrow()))
                .isEqualTo("PAYMENT_CLOSED");
    }

    @Test
    void asks_only_for_what_was_agreed_to_and_this_account_collects() {
        PaymentLine dearer = new PaymentLine(line.quoteId(), SHOP, Money.cny(12_346));
        assertThat(code(live.cashier().request(wish(null), agreeing(user, dearer))))
                .isEqualTo("NOT_AGREED");
        PaymentLine rail = new PaymentLine("q_r", new Payee("fliggy:rail", "飞猪火车票"), Money.cny(1));
        assertThat(
                        code(
                                live.cashier()
                                        .request(
                                                new RequestPayment(List.of(rail), null),
                                                agreeing(user, rail))))
                .isEqualTo("PAYEE_NOT_SERVED");
        assertThat(alipay.http().asked()).isEmpty();
    }

    @Test
    void closes_what_is_open_and_says_when_it_is_too_late() throws Exception {
        String open = ask();
        alipay.open(open, 12_345);
        assertThat(live.cashier().closesFoundBy().find(new ClosePayment(open), task())).isEmpty();
        assertThat(done(live.cashier().close(new ClosePayment(open), task())).title())
                .isEqualTo("交易已关闭，不能再付款");
        assertThat(live.cashier().closesFoundBy().find(new ClosePayment(open), task())).isPresent();
        assertThat(state(open)).isEqualTo(PaymentState.State.CLOSED);

        String paid = ask();
        alipay.pay(paid, 12_345);
        assertThat(code(live.cashier().close(new ClosePayment(paid), task())))
                .isEqualTo("ALREADY_PAID");

        String unopened = ask();
        assertThat(done(live.cashier().close(new ClosePayment(unopened), task())).title())
                .startsWith("付款页还没有人打开，链接将在11-23 11:30失效");
        assertThat(state(unopened)).isEqualTo(PaymentState.State.CLOSED);
        assertThat(code(live.cashier().close(new ClosePayment("EP0"), task())))
                .isEqualTo("UNKNOWN_CAPTURE");
    }

    private String ask() {
        PaymentLine other = new PaymentLine("q_" + UUID.randomUUID(), SHOP, Money.cny(12_345));
        return done(live.cashier()
                        .request(new RequestPayment(List.of(other), null), agreeing(user, other)))
                .captureId();
    }

    private PaymentState.State state(String id) {
        return done(live.trades().query(new QueryPayment(id), task())).state();
    }

    private RequestPayment wish(@org.jspecify.annotations.Nullable Channel channel) {
        return new RequestPayment(List.of(line), channel);
    }

    private Task task() {
        return agreeing(user);
    }

    private static Map<String, String> query(String url) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                fields.put(
                                        pair[0],
                                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return fields;
    }

    private static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<O>) outcome).output();
    }

    private static String code(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).code();
    }
}
