package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import errand.agent.Money;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.DailyReport;
import errand.alipay.wallet.DailyReport.Sum;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.Reconcile;
import errand.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReportIT extends Audited {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final Sandbox sandbox = Sandbox.on(DATABASE, Rules.USUAL.withBalance(20_000_000));
    private final Person person = Person.somebody(sandbox);
    private final SettableClock clock = SettableClock.at(Person.NOW);
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(
                            new Reports(sandbox, clock), new SandboxControl(sandbox, DB, clock))
                    .build();

    @Test
    void adds_up_a_day_by_payee_and_kind_with_balances_before_and_after() {
        PaymentLine rail = line(RAIL, 60_000);
        PaymentLine again = line(RAIL, 10_000);
        PaymentLine hotel = line(HOTEL, 20_000);
        String quote =
                done(sandbox.wallet()
                                .quote(
                                        new QuotePayment(List.of(rail), null, null, null),
                                        person.task()))
                        .paymentQuoteId();
        Captured first = person.pay(new Authorise(List.of(rail), null, null, quote));
        person.pay(again, hotel);
        done(person.refund(first, 6_000L, null));
        done(person.send(done(person.quoteTransfer("妈妈", 2_000_500, null)).quote()));

        DailyReport report = report(DAY);

        assertThat(report.sums())
                .containsExactlyInAnyOrder(
                        sum("fliggy:rail", "飞猪火车票", "CAPTURE", 2, 70_000, 68_000),
                        sum("fliggy:rail", "飞猪火车票", "REFUND", 1, 6_000, 5_800),
                        sum("fliggy:hotel", "飞猪酒店", "CAPTURE", 1, 20_000, 20_000),
                        sum(
                                "alipay:mum@errand.example",
                                "妈妈（*秀兰）",
                                "TRANSFER",
                                1,
                                2_000_500,
                                2_000_500),
                        sum("alipay:fees", "手续费", "FEE", 1, 1, 1));
        long left = 20_000_000 - 68_000 - 20_000 + 5_800 - 2_000_501;
        assertThat(wallet(report).opening()).isEqualTo(Money.cny(0));
        assertThat(wallet(report).closing()).isEqualTo(Money.cny(left));
        assertThat(wallet(report(DAY.minusDays(1), 0)).closing()).isEqualTo(Money.cny(0));
        assertThat(report.ledgerSum()).isEqualTo(Money.cny(0));
        clock.forward(Duration.ofDays(1));
        person.now = clock.instant();
        assertThat(wallet(report(DAY.plusDays(1))).opening()).isEqualTo(Money.cny(left));
        assertThat(report(DAY.plusDays(1)).sums()).isEmpty();
    }

    @Test
    void names_what_is_not_settled_and_what_has_no_order() {
        PaymentLine open = line(RAIL, 300);
        Authorised unsettled = done(person.authorise(open));
        PaymentLine ordered = line(RAIL, 100);
        PaymentLine unordered = line(HOTEL, 200);
        Authorised authorised = done(person.authorise(ordered, unordered));
        Capture wish =
                new Capture(
                        authorised.authorisationId(),
                        List.of(ordered.quoteId(), unordered.quoteId()),
                        List.of(new Capture.OrderOf(ordered.quoteId(), "B1")));
        Captured captured =
                done(sandbox.wallet().capture(wish, person.task(List.of(ordered, unordered))));

        assertThat(report(DAY).differences())
                .extracting(DailyReport.Difference::code, DailyReport.Difference::reference)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(
                                "NOT_SETTLED", unsettled.authorisationId()),
                        org.assertj.core.api.Assertions.tuple(
                                "NO_ORDER", captured.captureId() + "/" + unordered.quoteId()));
        done(person.release(unsettled));
        done(person.refund(captured, null, unordered.quoteId()));
        assertThat(report(DAY).differences()).isEmpty();
        assertThat(report(DAY).title()).isEqualTo("2026-11-23对账单：账目相符");
    }

    @Test
    void a_day_to_come_is_refused() {
        var no = Objects.requireNonNull(sandbox.services().books());
        assertThat(refused(no.reconcile(new Reconcile(DAY.plusDays(1)), person.task())).message())
                .isEqualTo("2026-11-24还没有到，今天是2026-11-23。");
    }

    @Test
    void is_there_over_http_for_everybody_as_json_and_as_csv() throws Exception {
        person.pay(line(new errand.agent.Payee("shop:=1+1", "店,\"好\""), 12_345));

        http.perform(get("/reports/reconciliation").param("day", DAY.toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ledgerSum.amount").value(0))
                .andExpect(jsonPath("$.accounts[?(@.account=='wallet:%s')]", person.user).exists());
        String csv =
                http.perform(get("/reports/reconciliation?format=csv"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst())
                .hasValue("day,section,id,name,kind,number,amount,second_amount");
        assertThat(csv)
                .contains("2026-11-23,sum,shop:=1+1,\"店,\"\"好\"\"\",CAPTURE,1,123.45,123.45\r\n")
                .contains("2026-11-23,ledger,,,SUM,,0.00,\r\n");
        http.perform(get("/reports/reconciliation").param("day", "2026-11-24"))
                .andExpect(status().isBadRequest());
        http.perform(get("/reports/reconciliation").param("day", "yesterday"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void the_sandbox_is_changed_over_http() throws Exception {
        String wallet = "/sandbox/wallets/" + person.user;
        http.perform(
                        patch(wallet)
                                .contentType("application/json")
                                .content(
                                        """
                                        {"balance":{"amount":320000,"currency":"CNY"},
                                         "methods":{"YUEBAO":{"balance":700},"HUABEI":{"limit":900},
                                                    "BANK_CARD":{"enabled":false}},
                                         "defaultMethod":"YUEBAO",
                                         "redPackets":[{"title":"测试红包","amount":100,
                                           "expiresAt":"2026-12-01T00:00:00Z"}]}"""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.balance").value(320_000))
                .andExpect(jsonPath("$.methods.YUEBAO").value(700))
                .andExpect(jsonPath("$.methods.HUABEI").value(900))
                .andExpect(jsonPath("$.redPackets.length()").value(5));
        http.perform(get(wallet)).andExpect(jsonPath("$.defaultMethod").value("YUEBAO"));
        for (String wrong :
                new String[] {
                    "{}",
                    "{\"balance\":-1}",
                    "{\"balance\":\"much\"}",
                    "{\"methods\":{\"HUABEI\":{\"balance\":5}}}",
                    "{\"methods\":{\"YUEBAO\":{\"perDay\":-5}}}",
                    "{\"redPackets\":[{\"amount\":0,\"expiresAt\":\"2026-12-01T00:00:00Z\"}]}"
                }) {
            http.perform(patch(wallet).contentType("application/json").content(wrong))
                    .andExpect(status().isBadRequest());
        }
        http.perform(get("/sandbox/ledger")).andExpect(jsonPath("$.sum").value(0));
    }

    private DailyReport report(LocalDate day) {
        return report(day, 0);
    }

    private DailyReport report(LocalDate day, int leftOut) {
        var books = Objects.requireNonNull(sandbox.services().books());
        DailyReport report = done(books.reconcile(new Reconcile(day), person.task()));
        assertThat(report.leftOut()).isEqualTo(leftOut);
        return report;
    }

    private DailyReport.AccountDay wallet(DailyReport report) {
        return report.accounts().stream()
                .filter(day -> day.account().equals("wallet:" + person.user))
                .findFirst()
                .orElse(new DailyReport.AccountDay("none", "WALLET", Money.cny(0), Money.cny(0)));
    }

    private static Sum sum(
            String id, String name, String kind, long number, long total, long charged) {
        return new Sum(id, name, kind, number, Money.cny(total), Money.cny(charged));
    }
}
