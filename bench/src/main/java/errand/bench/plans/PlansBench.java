package errand.bench.plans;

import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures the plan of four steps on a running installation: as fast as it goes, then at a steady
 * rate, then the raw bound the same way on the same broker. Started by {@code ./errand bench plans}
 * in a JVM of its own.
 */
public final class PlansBench {

    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final Options options;
    private final Clients clients;
    private final Report report = new Report(System.out);

    private PlansBench(Options options) {
        this.options = options;
        this.clients = new Clients(options.bootstrap());
    }

    public static void main(String[] args) throws Exception {
        new PlansBench(Options.of(args)).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", options.bootstrap()))) {
            say();
            Pair ours = errand(admin);
            Pair bound = raw(admin);
            ratios(ours, bound);
        }
        if (!options.json().isEmpty()) {
            Files.writeString(Path.of(options.json()), report.json());
        }
    }

    /** What one kind of load reached, both ways. */
    private record Pair(Driver.Figures closed, double cpu, Driver.Figures paced) {}

    private void say() {
        report.keep("durability", options.durability());
        report.keep("inFlight", options.inFlight());
        report.keep("rate", options.perSecond());
        report.keep("cores", Runtime.getRuntime().availableProcessors());
        report.say(
                "Plans of 4 steps (a||b, c, d) of bench.noop.read; %d cores; durability: %s",
                Runtime.getRuntime().availableProcessors(), options.durability());
        report.say(
                "MAX: %d in flight. PACED: %d/s, latency from the instant at which a plan was due.",
                options.inFlight(), options.perSecond());
    }

    private Pair errand(Admin admin) throws IOException, InterruptedException {
        var registry = new SchemaRegistry(options.registry());
        var template = Template.take(options.api(), clients, registry);
        try (var plans = new ErrandPlans(clients, registry, template)) {
            var driver = new Driver(plans, LOST_AFTER);
            Duration warmUp = options.measured();
            var before = Logs.of(admin);
            var processes = new Processes(options.pids());
            var window = new Observed(processes("load", ProcessHandle.current().pid()));
            var closed = driver.closed(options.inFlight(), warmUp, options.measured(), window);
            report.figures("errand MAX", closed, window.machineBusy());
            double cpu = report.cpu("errand", window, closed.latencies().getTotalCount());
            shown(plans.last());
            var quiet = new Observed(processes);
            var paced =
                    driver.paced(
                            options.perSecond(), Duration.ofSeconds(5), options.measured(), quiet);
            report.figures("errand PACED", paced, quiet.machineBusy());
            plans.refuseFailures();
            report.growth(Observed.growth(before, admin), driver.asked());
            report.memory(processes.megabytes());
            count(plans.ids(), before, driver.asked(), registry);
            return new Pair(closed, cpu, paced);
        }
    }

    /** How far the view was behind when the last plan was done. */
    private void shown(String planId) throws IOException, InterruptedException {
        var lag = Template.shownAfter(options.api(), planId);
        report.keep("viewLagMs", lag.toMillis());
        report.say("The view showed the last of them %.1f s later.", lag.toMillis() / 1000.0);
    }

    private void count(PlanIds ids, Logs before, long plans, SchemaRegistry registry) {
        var count = new Outside(clients, registry).count(ids, before.ends());
        report.keep("outside", count);
        report.say(
                "Counted from outside:        %d plans, %d distinct tasks, %d distinct replies, %d"
                        + " sent again",
                plans, count.tasks(), count.replies(), count.sentAgain());
        if (count.tasks() != plans * Template.STEPS || count.replies() != count.tasks()) {
            throw new IllegalStateException(
                    "%d plans must have %d tasks and as many replies; the figures are void."
                            .formatted(plans, plans * Template.STEPS));
        }
    }

    private Pair raw(Admin admin) throws IOException, InterruptedException {
        Duration half = options.measured().dividedBy(2);
        try (var plans = new RawPlans(clients, admin)) {
            var driver = new Driver(plans, LOST_AFTER);
            var window = new Observed(processes("raw-pair", plans.pid()));
            var closed = driver.closed(options.inFlight(), half, half, window);
            report.figures("raw bound MAX", closed, window.machineBusy());
            double cpu = report.cpu("raw bound", window, closed.latencies().getTotalCount());
            var quiet = new Observed(new Processes(Map.of()));
            var paced = driver.paced(options.perSecond(), Duration.ofSeconds(3), half, quiet);
            report.figures("raw bound PACED", paced, quiet.machineBusy());
            return new Pair(closed, cpu, paced);
        }
    }

    /** The services and one process more. */
    private Processes processes(String name, long pid) {
        Map<String, Long> all = new LinkedHashMap<>(options.pids());
        all.put("load", ProcessHandle.current().pid());
        all.put(name, pid);
        return new Processes(all);
    }

    private void ratios(Pair ours, Pair bound) {
        double speed = ours.closed().perSecond() / bound.closed().perSecond();
        double p50 = ours.paced().millis(50) / bound.paced().millis(50);
        double p99 = ours.paced().millis(99) / bound.paced().millis(99);
        double cpu = ours.cpu() / bound.cpu();
        report.keep("ratios", Map.of("plansPerSecond", speed, "cpu", cpu, "p50", p50, "p99", p99));
        report.say(
                "Against the bound:           %.3f of its plans/s; %.1f x its CPU a plan; p50 %.1f"
                        + " x, p99 %.1f x its latency",
                speed, cpu, p50, p99);
    }
}
