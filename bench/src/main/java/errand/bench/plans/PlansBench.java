package errand.bench.plans;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.Database;
import errand.bench.load.Driver;
import errand.bench.load.ErrandPlans;
import errand.bench.load.LoadReport;
import errand.bench.load.Logs;
import errand.bench.load.Observed;
import errand.bench.load.Outside;
import errand.bench.load.PlanIds;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Processes;
import errand.bench.raw.RawBound;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures the plan of four steps on a running installation: the raw bound first, then plans as
 * fast as they go with each number in flight, then at a steady rate.
 */
public final class PlansBench implements Bench {

    private static final int STEPS = 4;
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);
    private static final Duration PACED_WARM_UP = Duration.ofSeconds(5);
    private static final long WARM_AFTER = 20_000;

    public static void main(String[] args) throws Exception {
        BenchRun.main("plans", new PlansBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        new Run(settings, report).measure();
    }

    /** What plans reached. */
    private record Reached(Map<Integer, Driver.Figures> closed, double cpu, Driver.Figures paced) {}

    private static final class Run {

        private final Settings settings;
        private final Report report;
        private final LoadReport told;
        private final Clients clients;
        private final SchemaRegistry registry;
        private final int writes;
        private final String variant;

        Run(Settings settings, Report report) {
            this.settings = settings;
            this.report = report;
            this.told = new LoadReport(report, "plans");
            this.clients = new Clients(settings.ground().bootstrap());
            this.registry = new SchemaRegistry(settings.ground().registry());
            this.writes = settings.size("writes", 0);
            this.variant = writes == 0 ? "" : ", %d writes".formatted(writes);
        }

        void measure() throws IOException, InterruptedException {
            say();
            try (var raw = new RawBound(settings, report)) {
                var bound = raw.measure();
                ratios(errand(), bound);
                raw.again(bound);
            }
        }

        private void say() {
            report.setting("plan", "a||b, then c, then d, of bench.noop.read");
            report.setting("writes", writes);
            report.setting("inFlight", settings.inFlight());
            report.setting("rate", settings.perSecond());
            report.setting(
                    "admission",
                    "not asked: plans are put into the inbox as the API does after it");
            report.say(
                    "Plans of 4 steps (a||b, c, d) of bench.noop.read; %d of them write instead, by bench.noop.hold: a row of the agent's inbox each",
                    writes);
            report.say(
                    "MAX: %s in flight, put into the inbox past admission. PACED: %d/s, latency from"
                            + " the instant at which a plan was due.",
                    settings.inFlight(), settings.perSecond());
        }

        private Reached errand() throws IOException, InterruptedException {
            var bootstrap = settings.ground().bootstrap();
            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                    var api = new Api(settings.ground().api())) {
                var template =
                        PlanTemplate.take(api, clients, registry, PlanTemplate.fourSteps(writes));
                try (var plans = new ErrandPlans(clients, registry, template)) {
                    return errand(plans, admin, api);
                }
            }
        }

        private Reached errand(ErrandPlans plans, Admin admin, Api api)
                throws IOException, InterruptedException {
            var driver = new Driver(plans, LOST_AFTER, WARM_AFTER);
            var before = Logs.of(admin);
            long rows = rows();
            Map<Integer, Driver.Figures> closed = new LinkedHashMap<>();
            double cpu = 0;
            for (int inFlight : settings.inFlight()) {
                double used = max(driver, inFlight, closed);
                cpu = closed.size() == 1 ? used : cpu;
            }
            lag(api, plans.last());
            var quiet = new Observed(new Processes(settings.ground().pids()));
            var paced =
                    driver.paced(settings.perSecond(), PACED_WARM_UP, settings.measured(), quiet);
            told.latencies("errand PACED" + variant, paced, quiet.machineBusy());
            plans.refuseFailures();
            told.growth(Observed.growth(before, admin), driver.asked());
            told.memory("after the load", new Processes(settings.ground().pids()).megabytes());
            count(plans.ids(), before, driver.asked());
            countRows(rows() - rows, driver.asked());
            api.shownAfter(plans.last());
            int read = new ReadBack(api, STEPS).check(plans.samples());
            report.say("Read back:                   %d plans, each done with 4 steps done", read);
            report.setting("readBack", read);
            return new Reached(closed, cpu, paced);
        }

        /** One window at MAX; its CPU milliseconds a plan. */
        private double max(Driver driver, int inFlight, Map<Integer, Driver.Figures> closed)
                throws InterruptedException {
            Duration warmUp =
                    closed.isEmpty() ? settings.measured() : settings.measured().dividedBy(4);
            var window = new Observed(Processes.withLoad(settings.ground().pids()));
            var figures = driver.closed(inFlight, warmUp, settings.measured(), window);
            var name = "errand MAX %d%s".formatted(inFlight, variant);
            told.window(name, figures, window.machineBusy());
            closed.put(inFlight, figures);
            return told.cpu(name, window, figures.latencies().getTotalCount());
        }

        /** How far the view was behind when the last plan was done. */
        private void lag(Api api, String planId) throws IOException, InterruptedException {
            var lag = api.shownAfter(planId);
            report.figure("view lag", "ms", lag.toMillis(), Better.LOWER);
            report.say("The view showed the last of them %.1f s later.", lag.toMillis() / 1000.0);
        }

        private void count(PlanIds ids, Logs before, long plans) {
            var count = new Outside(clients, registry).count(ids, before.ends());
            report.figure("sent again", "tasks and replies", count.sentAgain(), Better.LOWER);
            report.say(
                    "Counted from outside:        %d plans, %d distinct tasks, %d distinct replies,"
                            + " %d sent again",
                    plans, count.tasks(), count.replies(), count.sentAgain());
            if (count.tasks() != plans * STEPS || count.replies() != count.tasks()) {
                throw new IllegalStateException(
                        "%d plans must have %d tasks and as many replies; the figures are void."
                                .formatted(plans, plans * STEPS));
            }
        }

        /** Writes that the agent's inbox remembers as done. */
        private long rows() {
            return writes == 0
                    ? 0
                    : Database.of(settings.ground())
                            .count("bench.task_inbox where verdict = 'DONE'");
        }

        private void countRows(long rows, long plans) {
            if (writes > 0) {
                report.say("Rows of the agent's inbox:   %d", rows);
            }
            if (rows != plans * writes) {
                throw new IllegalStateException(
                        "%d plans with %d writes must leave %d rows in the agent's inbox, not %d"
                                .formatted(plans, writes, plans * writes, rows));
            }
        }

        private void ratios(Reached ours, RawBound.Bound bound) {
            ours.closed()
                    .forEach(
                            (inFlight, figures) -> {
                                double of = figures.perSecond() / bound.perSecond(inFlight);
                                report.ofBound(
                                        "plans/s MAX " + inFlight + variant, of, Better.HIGHER);
                                report.say(
                                        "Against the bound, %3d in flight: %.3f of its plans/s",
                                        inFlight, of);
                            });
            double p50 = ours.paced().millis(50) / bound.paced().millis(50);
            double p99 = ours.paced().millis(99) / bound.paced().millis(99);
            double cpu = bound.cpu() == 0 ? 0 : ours.cpu() / bound.cpu();
            report.ofBound("CPU a plan" + variant, cpu, Better.LOWER);
            report.ofBound("p50 PACED" + variant, p50, Better.LOWER);
            report.ofBound("p99 PACED" + variant, p99, Better.LOWER);
            report.say(
                    "Against the bound:           %.1f x its CPU a plan; PACED p50 %.1f x, p99 %.1f"
                            + " x its latency",
                    cpu, p50, p99);
        }
    }
}
