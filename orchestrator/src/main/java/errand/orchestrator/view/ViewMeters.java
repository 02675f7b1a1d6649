package errand.orchestrator.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the view counts. */
final class ViewMeters {

    private final Counter records;
    private final Counter rows;
    private final Counter batches;
    private final Counter repeats;
    private final Counter gaps;

    ViewMeters(MeterRegistry registry) {
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

    void gap() {
        gaps.increment();
    }
}
