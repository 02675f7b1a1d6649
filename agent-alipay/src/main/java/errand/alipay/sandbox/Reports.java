package errand.alipay.sandbox;

import errand.alipay.wallet.DailyReport;
import errand.runtime.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Daily reports of the whole ledger, for who runs it: on this machine only. */
@RestController
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class Reports {

    private final SandboxBooks books;
    private final Clock clock;

    Reports(Sandbox sandbox, Clock clock) {
        this.books = sandbox.books();
        this.clock = clock;
    }

    /** As JSON; today so far when no day is said. */
    @GetMapping(path = "/reports/reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
    DailyReport json(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        return books.everybody(past(day));
    }

    /** The same as CSV (RFC 4180, UTF-8), when {@code format=csv} or the header asks for it. */
    @GetMapping(path = "/reports/reconciliation", produces = "text/csv;charset=UTF-8")
    ResponseEntity<byte[]> csv(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        return csv(books.everybody(past(day)));
    }

    @GetMapping(path = "/reports/reconciliation", params = "format=csv")
    ResponseEntity<byte[]> asked(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        return csv(books.everybody(past(day)));
    }

    private static ResponseEntity<byte[]> csv(DailyReport report) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reconciliation-%s.csv\"".formatted(report.day()))
                .body(ReportCsv.of(report).getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate past(@Nullable LocalDate day) {
        LocalDate today = World.today(clock.instant());
        if (day != null && day.isAfter(today)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "%s has not come yet; today is %s.".formatted(day, today));
        }
        return day == null ? today : day;
    }
}
