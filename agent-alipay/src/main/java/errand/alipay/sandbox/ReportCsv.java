package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.DailyReport;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A report as one table: a section in the first column, amounts in yuan. RFC 4180. */
final class ReportCsv {

    private static final String HEADER = "day,section,id,name,kind,number,amount,second_amount";

    private final StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    private final DailyReport report;

    private ReportCsv(DailyReport report) {
        this.report = report;
    }

    /**
     * Sections: {@code sum} (amount: total, second: people's own share), {@code account} (opening,
     * closing), {@code ledger} (its sum), {@code difference}.
     */
    static String of(DailyReport report) {
        ReportCsv csv = new ReportCsv(report);
        report.sums()
                .forEach(
                        sum ->
                                csv.row(
                                        "sum",
                                        sum.payeeId(),
                                        sum.payee(),
                                        sum.kind(),
                                        String.valueOf(sum.number()),
                                        yuan(sum.total()),
                                        yuan(sum.charged())));
        report.accounts()
                .forEach(
                        day ->
                                csv.row(
                                        "account",
                                        day.account(),
                                        "",
                                        day.kind(),
                                        "",
                                        yuan(day.opening()),
                                        yuan(day.closing())));
        csv.row("ledger", "", "", "SUM", "", yuan(report.ledgerSum()), "");
        report.differences()
                .forEach(
                        one ->
                                csv.row(
                                        "difference",
                                        one.reference(),
                                        one.title(),
                                        one.code(),
                                        "",
                                        yuan(one.amount()),
                                        ""));
        return csv.text.toString();
    }

    private void row(String... columns) {
        text.append(report.day()).append(',');
        text.append(Arrays.stream(columns).map(ReportCsv::cell).collect(Collectors.joining(",")));
        text.append("\r\n");
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
    private static String cell(String value) {
        String safe = value.matches("[=+@\\t\\r].*|-\\D.*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String yuan(Money money) {
        return BigDecimal.valueOf(money.amount(), 2).toPlainString();
    }
}
