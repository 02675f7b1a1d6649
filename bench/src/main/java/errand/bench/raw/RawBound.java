package errand.bench.raw;

import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.frame.VoidRun;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.LoadReport;
import errand.bench.load.Observed;
import errand.bench.load.Processes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures the raw bound on the broker of the installation: before everything else, so that a run
 * that says nothing ends early, and once more at the end, as the machine may have changed.
 */
public final class RawBound implements AutoCloseable {

    private static final Duration LOST_AFTER = Duration.ofSeconds(60);
    private static final Duration PACED_WARM_UP = Duration.ofSeconds(3);
    private static final long WARM_AFTER = 20_000;
    private static final Duration WARM_WINDOW = Duration.ofSeconds(5);
    private static final int WARM_WINDOWS = 12;
    private static final double STILL_GROWS = 1.05;

    /** With fewer in flight they wait for each other, and the machine is not what is measured. */
    private static final int FULL = 500;

    private final Settings settings;
    private final Report report;
    private final LoadReport told;
    private final RawPlans plans;
    private final Driver driver;
    private final Duration half;

    public RawBound(Settings settings, Report report) throws IOException, InterruptedException {
        this.settings = settings;
        this.report = report;
        this.told = new LoadReport(report, "plans");
        this.half = settings.measured().dividedBy(2);
        var bootstrap = settings.ground().bootstrap();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            this.plans = new RawPlans(new Clients(bootstrap), admin);
        }
        this.driver = new Driver(plans, LOST_AFTER, WARM_AFTER);
    }

    /**
     * What the bound did.
     *
     * @param full plans a second with {@link #FULL} in flight, by which a run is judged
     * @param closed windows at MAX by how many were in flight
     * @param cpu CPU milliseconds a plan, of broker, load and pair, with the first of these
     */
    public record Bound(
            double full, Map<Integer, Driver.Figures> closed, double cpu, Driver.Figures paced) {

        /** Plans a second with so many in flight, which must be one of the settings' numbers. */
        public double perSecond(int inFlight) {
            return Objects.requireNonNull(closed.get(inFlight)).perSecond();
        }

        /** The most plans a second, whatever was in flight. */
        public double most() {
            return closed.values().stream()
                    .mapToDouble(Driver.Figures::perSecond)
                    .reduce(full, Math::max);
        }
    }

    /**
     * Plans a second with many in flight, once that grows no more. A broker that has just started
     * does a third of what it does a minute of work later, so the bound of a cold one would flatter
     * whatever is measured after it.
     */
    private double full() throws InterruptedException {
        var nobody = new Observed(new Processes(Map.of()));
        List<String> windows = new ArrayList<>();
        double best = 0;
        for (int i = 0; i < WARM_WINDOWS; i++) {
            double now = driver.closed(FULL, Duration.ZERO, WARM_WINDOW, nobody).perSecond();
            windows.add("%.0f".formatted(now));
            boolean steady = i > 0 && now < STILL_GROWS * best;
            best = Math.max(best, now);
            if (steady) {
                break;
            }
        }
        report.say(
                "raw bound, %d in flight, plans/s each 5 s: %s", FULL, String.join(" ", windows));
        report.figure("raw bound, " + FULL + " in flight", "plans/s", best, Better.HIGHER);
        return best;
    }

    /**
     * At MAX with each number in flight, then at a steady rate.
     *
     * @throws VoidRun when the bound is too low and {@code --even-if-slow} was not said
     */
    public Bound measure() throws InterruptedException {
        report.say("Clients, on both sides: %s", Clients.settings());
        report.setting("clients", Clients.settings());
        double full = full();
        judge(full);
        Map<Integer, Driver.Figures> closed = new LinkedHashMap<>();
        double cpu = 0;
        for (int inFlight : settings.inFlight()) {
            var window = new Observed(processes());
            var figures = driver.closed(inFlight, half, half, window);
            var name = "raw bound MAX " + inFlight;
            told.window(name, figures, window.machineBusy());
            double used = told.cpu(name, window, figures.latencies().getTotalCount());
            cpu = closed.isEmpty() ? used : cpu;
            closed.put(inFlight, figures);
        }
        var quiet = new Observed(new Processes(Map.of()));
        var paced = driver.paced(settings.perSecond(), PACED_WARM_UP, half, quiet);
        told.latencies("raw bound PACED", paced, quiet.machineBusy());
        return new Bound(full, closed, cpu, paced);
    }

    /** At MAX once more; says by how much the machine changed since. */
    public void again(Bound before) throws InterruptedException {
        var window = new Observed(processes());
        var figures = driver.closed(FULL, Duration.ofSeconds(2), half, window);
        double of = figures.perSecond() / before.full();
        report.figure("raw bound MAX at the end", "plans/s", figures.perSecond(), Better.HIGHER);
        report.say(
                "raw bound MAX at the end     %6.0f plans/s, %.2f of what it was before (machine"
                        + " %.0f %% busy)",
                figures.perSecond(), of, window.machineBusy() * 100);
        judge(figures.perSecond());
    }

    private Processes processes() {
        return Processes.withLoad(settings.ground().pids()).and("raw-pair", plans.pid());
    }

    private void judge(double perSecond) {
        VoidRule.reason(perSecond, settings.durability())
                .ifPresent(
                        why -> {
                            report.markVoid(why);
                            if (!settings.evenIfSlow()) {
                                throw new VoidRun(why);
                            }
                        });
    }

    @Override
    public void close() {
        plans.close();
    }
}
