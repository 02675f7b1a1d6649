package errand.bench.http;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Clients;
import errand.bench.load.LoadReport;
import errand.bench.load.Logs;
import errand.bench.load.Observed;
import errand.bench.load.Outside;
import errand.bench.load.Percentiles;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Processes;
import errand.bench.load.Served;
import errand.bench.raw.RawBound;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * {@code POST /api/plans} from one client with connections that it keeps: how many plans are taken
 * a second while all that were taken are carried out, and from the topics alone, that each ends
 * done, once.
 */
public final class HttpBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final int STEPS = 4;
    private static final int GOAL = 1_500;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);

    public static void main(String[] args) throws Exception {
        BenchRun.main("http", new HttpBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        new Run(settings, report).measure();
    }

    private static final class Run {

        private final Settings settings;
        private final Report report;
        private final LoadReport told;
        private final int connections;
        private final Clients clients;
        private final SchemaRegistry registry;

        Run(Settings settings, Report report) {
            this.settings = settings;
            this.report = report;
            this.told = new LoadReport(report, "plans");
            this.connections = settings.size("connections", CONNECTIONS);
            this.clients = new Clients(settings.ground().bootstrap());
            this.registry = new SchemaRegistry(settings.ground().registry());
        }

        void measure() throws IOException, InterruptedException {
            report.setting("connections", connections);
            report.setting("admission", "asked, with limits that are never reached");
            report.say(
                    "POST /api/plans of 4 steps (a||b, c, d) of bench.noop.read over %d connections that are kept, the next as soon as the last is answered; no Idempotency-Key; limits of admission raised",
                    connections);
            try (var raw = new RawBound(settings, report);
                    var admin = Admin.create(Map.of("bootstrap.servers", clients.bootstrap()))) {
                var bound = raw.measure();
                var before = Logs.of(admin);
                double perSecond = submit(before);
                report.ofBound("plans taken/s", perSecond / bound.most(), Better.HIGHER);
                report.say(
                        "Against the bound:           %.3f of its plans/s are taken",
                        perSecond / bound.most());
                raw.again(bound);
            }
        }

        private double submit(Logs before) throws InterruptedException {
            try (var served = new Served(clients, registry, (conversation, card) -> {});
                    var people =
                            new Submitters(
                                    settings.ground().api(),
                                    PlanTemplate.FOUR_STEPS,
                                    connections)) {
                warm(people.warm(settings.measured()));
                var observed = new Observed(Processes.withLoad(settings.ground().pids()));
                var window = people.measured(settings.measured(), observed);
                people.finish();
                tell(window, observed);
                drain(people, served);
                count(people.accepted(), before);
                return window.perSecond();
            }
        }

        private void warm(List<Double> speeds) {
            report.series("plans taken, warm-up", "plans/s", 5, speeds);
            report.say(
                    "    warm-up, plans/s each 5 s: %s", speeds.stream().map(Math::round).toList());
        }

        private void tell(Submitters.Window window, Observed observed) {
            report.figure("plans taken", "plans/s", window.perSecond(), Better.HIGHER);
            report.say(
                    "Taken: %.0f plans/s (goal: %d at least; machine %.0f %% busy)",
                    window.perSecond(), GOAL, observed.machineBusy() * 100);
            Percentiles.tell(report, "answer", window.answers());
            told.cpu("http", observed, window.answers().getTotalCount());
        }

        /** What was taken faster than it is carried out is carried out after it. */
        private void drain(Submitters people, Served served) throws InterruptedException {
            long open = people.accepted().stream().filter(plan -> !served.isClosed(plan)).count();
            long began = System.nanoTime();
            report.figure("not done when the last was taken", "plans", open, Better.LOWER);
            served.await(people.accepted(), DRAINED_WITHIN, () -> {});
            double seconds = (System.nanoTime() - began) / 1e9;
            report.figure("all done after that", "s", seconds, Better.LOWER);
            report.figure("connections opened", "connections", people.opened(), Better.LOWER);
            report.say(
                    "%d of %d were not done when the last was taken, and were %.1f s later; %d connections were opened",
                    open, people.accepted().size(), seconds, people.opened());
        }

        private void count(Set<String> plans, Logs before) {
            var outside = new Outside(clients, registry);
            var count = outside.count(plans::contains, before.ends());
            var closings = outside.closings(plans::contains, before.ends());
            report.say(
                    "Counted from outside: %d taken, %d done, %d done twice; %d distinct tasks, %d distinct replies, %d sent again",
                    plans.size(),
                    closings.done(),
                    closings.twice(),
                    count.tasks(),
                    count.replies(),
                    count.sentAgain());
            report.figure("plans lost", "plans", plans.size() - closings.done(), Better.LOWER);
            report.figure("plans done twice", "plans", closings.twice(), Better.LOWER);
            long tasks = (long) plans.size() * STEPS;
            if (closings.done() != plans.size()
                    || closings.twice() != 0
                    || count.tasks() != tasks
                    || count.replies() != tasks) {
                throw new IllegalStateException(
                        "%d plans must be done once each, with %d tasks and as many replies"
                                .formatted(plans.size(), tasks));
            }
        }
    }
}
