package errand.orchestrator.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the view counts. */
final class ViewMeters {

    private static final List<String> NOT_OVER =
            List.of("drafting", "running", "awaiting-consent", "unwinding");

    private final MeterRegistry registry;
    private final Counter records;
    private final Counter rows;
    private final Counter batches;
    private final Counter repeats;
    private final Counter gaps;

    ViewMeters(MeterRegistry registry) {
        this.registry = registry;
        records = registry.counter("errand_view_records");
        rows = registry.counter("errand_view_plan_rows");
        batches = registry.counter("errand_view_batches");
        repeats = registry.counter("errand_view_repeats");
        gaps = registry.counter("errand_view_gaps");
    }

    void wrote(int read, int planRows) {
        batches.increment();
        records.increment(read);
        rows.increment(planRows);
    }

    void repeated() {
        repeats.increment();
    }

    /** Facts that are written and not folded yet. */
    void lag(DoubleSupplier known) {
        Gauge.builder("errand.view.lag", known::getAsDouble).register(registry);
    }

    /** How things stand now, asked of the database whenever somebody looks. */
    void standing(JdbcClient jdbc) {
        Gauge.builder(
                        "errand.consents.open",
                        () -> count(jdbc, "select count(*) from consent where state = ?", "open"))
                .register(registry);
        for (String state : NOT_OVER) {
            Gauge.builder(
                            "errand.plans.open",
                            () -> count(jdbc, "select count(*) from plan where state = ?", state))
                    .tag("state", state)
                    .register(registry);
        }
    }

    private static double count(JdbcClient jdbc, String sql, String state) {
        return jdbc.sql(sql).param(state).query(Long.class).single();
    }

    void gap() {
        gaps.increment();
    }
}
