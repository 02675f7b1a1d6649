package errand.alipay.live;

import static errand.alipay.live.LiveTradesIT.agreeing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome.Done;
import errand.agent.Payee;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentRequested;
import errand.alipay.wallet.RequestPayment;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.Rsa2;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@Tag("integration")
class NoticesIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("alipay");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);

    private final AlipayStub alipay = new AlipayStub();
    private final Live live = Live.over(alipay, DATABASE);
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(
                            new NotifyEndpoint(
                                    new Notices(
                                            live.gateway(),
                                            live.properties(),
                                            live.payments(),
                                            live.together().transactions(),
                                            SettableClock.onMondayMorning())))
                    .build();
    private String payment = "";

    @BeforeEach
    void a_payment_is_asked_for() {
        PaymentLine line =
                new PaymentLine(
                        "q_" + UUID.randomUUID(), new Payee("shop:1", "花店"), Money.cny(10_000));
        var outcome =
                live.cashier()
                        .request(new RequestPayment(List.of(line), null), agreeing("demo", line));
        payment = ((Done<PaymentRequested>) outcome).output().captureId();
    }

    @AfterEach
    void close() {
        alipay.close();
    }

    @Test
    void what_alipay_tells_is_stored_once_and_answered_success() throws Exception {
        Map<String, String> paid = Rsa2.notice(fields("n1", "TRADE_SUCCESS"));
        assertThat(told(paid)).isEqualTo("200 success");
        assertThat(state()).isEqualTo("PAID");
        assertThat(told(paid)).isEqualTo("200 success");
        assertThat(notices()).isEqualTo(1);
        assertThat(told(Rsa2.notice(fields("n0", "WAIT_BUYER_PAY")))).isEqualTo("200 success");
        assertThat(state()).as("told in another order").isEqualTo("PAID");
        assertThat(told(Rsa2.notice(fields("n2", "TRADE_CLOSED")))).isEqualTo("200 success");
        assertThat(state()).isEqualTo("REFUNDED");
        assertThat(told(paid)).isEqualTo("200 success");
        assertThat(state()).as("the first one again").isEqualTo("REFUNDED");
    }

    @Test
    void what_was_never_paid_is_closed_and_what_is_paid_after_all_is_paid() throws Exception {
        told(Rsa2.notice(fields("n1", "TRADE_CLOSED")));
        assertThat(state()).isEqualTo("CLOSED");
        told(Rsa2.notice(fields("n2", "TRADE_SUCCESS")));
        assertThat(state()).isEqualTo("PAID");
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, 1, 400 failure",
        "seller_id, 2088, 400 failure",
        "total_amount, 99.99, 200 failure",
        "total_amount, 100.001, 200 failure",
        "total_amount, , 200 failure",
        "out_trade_no, EP0, 200 failure",
        "trade_status, TRADE_GREAT, 200 failure",
        "notify_id, '', 200 failure"
    })
    void signed_and_not_about_what_was_asked_for_here_changes_nothing(
            String field, @org.jspecify.annotations.Nullable String value, String answer)
            throws Exception {
        Map<String, String> told = fields("n1", "TRADE_SUCCESS");
        if (value == null) {
            told.remove(field);
        } else {
            told.put(field, value);
        }
        assertThat(told(Rsa2.notice(told))).isEqualTo(answer);
        assertThat(state()).isEqualTo("WAITING");
        assertThat(notices()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "total_amount, 100.00 ",
        "trade_status, TRADE_FINISHED",
        "notify_id, n9",
        "sign, x"
    })
    void what_was_changed_after_it_was_signed_is_refused(String field, String value)
            throws Exception {
        Map<String, String> told = Rsa2.notice(fields("n1", "TRADE_SUCCESS"));
        told.put(field, field.equals("total_amount") ? "100.0" : value);
        assertThat(told(told)).isEqualTo("400 failure");
        told.remove("sign");
        assertThat(told(told)).isEqualTo("400 failure");
        assertThat(told(Map.of("a", "b"))).isEqualTo("400 failure");
        assertThat(state()).isEqualTo("WAITING");
    }

    private Map<String, String> fields(String notifyId, String status) {
        return AlipayStub.notice(
                notifyId.isEmpty() ? "" : payment + notifyId, payment, status, "100.00");
    }

    private String told(Map<String, String> fields) throws Exception {
        var request = post("/alipay/notify").contentType("application/x-www-form-urlencoded");
        fields.forEach(request::param);
        var answer = http.perform(request).andReturn().getResponse();
        return answer.getStatus() + " " + answer.getContentAsString();
    }

    private String state() {
        return DB.sql("select state from alipay.live_payment where out_trade_no = ?")
                .param(payment)
                .query(String.class)
                .single();
    }

    private long notices() {
        return DB.sql("select count(*) from alipay.live_notice where out_trade_no = ?")
                .param(payment)
                .query(Long.class)
                .single();
    }
}
