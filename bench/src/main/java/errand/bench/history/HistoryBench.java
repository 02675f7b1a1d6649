package errand.bench.history;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.ErrandPlans;
import errand.bench.load.Filling;
import errand.bench.load.Observed;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Processes;
import errand.bench.load.Steady;
import errand.bench.recovery.Killed;
import errand.bench.recovery.Kills;
import errand.bench.recovery.Victims;
import errand.events.PlanSubmitted;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The same measurement with more and more finished plans behind it. At each stage the orchestrator
 * is killed and started first, so that every stage begins as cold as the others. Kills a process,
 * so it takes an installation of its own.
 *
 * <p>A restart reads what the changelog still holds of the last minutes, so a history that has just
 * been filled at full speed costs what that load costs. {@code rest}: so many seconds without load
 * before each kill but the first, until only what lasts is left.
 */
public final class HistoryBench implements Bench {

    private static final Duration LOST_AFTER = Duration.ofSeconds(90);
    private static final String ORCHESTRATOR = "orchestrator";
    private static final Duration SETTLES = Duration.ofSeconds(3);
    private static final Processes NOBODY = new Processes(Map.of());

    /** Few: every stage is to see about as many plans of its own. */
    private static final int WARM_AFTER = 2_000;

    private static final int HISTORY = 20_000;

    public static void main(String[] args) throws Exception {
        BenchRun.main("history", new HistoryBench(), args);
    }

    /** What one stage gave. */
    private record Stage(
            long finished,
            Killed restart,
            Driver.Figures closed,
            Driver.Figures paced,
            long asked) {}

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        int history = settings.size("history", HISTORY);
        if (history < 5 * WARM_AFTER) {
            throw new IllegalArgumentException(
                    "history=%d says nothing: at least %d plans are needed"
                            .formatted(history, 5 * WARM_AFTER));
        }
        var rest = Duration.ofSeconds(settings.size("rest", 0));
        report.setting("history", history);
        report.setting("rest", rest.toSeconds());
        var clients = new Clients(settings.ground().bootstrap());
        var registry = new SchemaRegistry(settings.ground().registry());
        var template = template(settings, clients, registry);
        Supplier<ErrandPlans> source = () -> new ErrandPlans(clients, registry, template);
        List<Stage> stages = new ArrayList<>();
        long finished = 0;
        for (int until : stages(history)) {
            finished += fill(source, until - finished);
            if (!stages.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(rest.toMillis());
            }
            var stage = stage(settings, source, finished);
            tell(report, "after %d".formatted(until), stage);
            stages.add(stage);
            finished += stage.asked();
        }
        compare(report, stages.getFirst(), stages.getLast());
    }

    /**
     * How many plans are finished before each stage, at least: next to none, a tenth, and all of
     * the history. The few at the beginning warm broker and agent, which are not restarted.
     */
    static List<Integer> stages(int history) {
        return IntStream.of(WARM_AFTER, history / 10, history)
                .filter(until -> until == WARM_AFTER || until >= 5 * WARM_AFTER)
                .distinct()
                .boxed()
                .toList();
    }

    private static PlanSubmitted template(
            Settings settings, Clients clients, SchemaRegistry registry)
            throws IOException, InterruptedException {
        try (var api = new Api(settings.ground().api())) {
            return PlanTemplate.take(api, clients, registry, PlanTemplate.FOUR_STEPS);
        }
    }

    private static long fill(Supplier<ErrandPlans> source, long number)
            throws InterruptedException {
        return number <= 0 ? 0 : Filling.fill(source.get(), number);
    }

    private static Stage stage(Settings settings, Supplier<ErrandPlans> source, long finished)
            throws InterruptedException {
        Killed restart = restart(settings, source);
        try (var plans = source.get()) {
            var driver = new Driver(plans, LOST_AFTER, WARM_AFTER);
            var closed =
                    driver.closed(
                            settings.inFlight().getFirst(),
                            settings.measured(),
                            settings.measured(),
                            new Observed(NOBODY));
            var paced =
                    driver.paced(
                            settings.perSecond(),
                            Duration.ofSeconds(3),
                            settings.measured(),
                            new Observed(NOBODY));
            plans.refuseFailures();
            return new Stage(finished, restart, closed, paced, driver.asked());
        }
    }

    private static Killed restart(Settings settings, Supplier<ErrandPlans> source)
            throws InterruptedException {
        try (var plans = source.get();
                var load = new Steady(plans, settings.perSecond())) {
            TimeUnit.MILLISECONDS.sleep(SETTLES.toMillis());
            var killed = new Kills(Victims.of(settings.ground().data()), load).kill(ORCHESTRATOR);
            if (load.finish(LOST_AFTER) > 0) {
                throw new IllegalStateException(
                        "plans were lost in the restart; see ./errand bench recovery");
            }
            return killed;
        }
    }

    private static void tell(Report report, String name, Stage stage) {
        report.say(
                "After %,d plans: next plan %.2f s after the orchestrator was killed; MAX %.0f"
                        + " plans/s; PACED p50 %.1f ms, p99 %.1f ms",
                stage.finished(),
                stage.restart().next(),
                stage.closed().perSecond(),
                stage.paced().millis(50),
                stage.paced().millis(99));
        report.figure(name + ": plans before", "plans", stage.finished(), Better.HIGHER);
        report.figure(name + ": next plan after a kill", "s", stage.restart().next(), Better.LOWER);
        report.figure(name + ": MAX", "plans/s", stage.closed().perSecond(), Better.HIGHER);
        report.figure(name + ": PACED p50", "ms", stage.paced().millis(50), Better.LOWER);
        report.figure(name + ": PACED p99", "ms", stage.paced().millis(99), Better.LOWER);
        report.latencies(name + ": PACED", stage.paced().latencies());
    }

    /** The end against the beginning: 1 is what is wanted. */
    private static void compare(Report report, Stage first, Stage last) {
        double speed = last.closed().perSecond() / first.closed().perSecond();
        double p50 = last.paced().millis(50) / first.paced().millis(50);
        double recovery = last.restart().next() / first.restart().next();
        report.figure("MAX, last of first", "x", speed, Better.HIGHER);
        report.figure("PACED p50, last of first", "x", p50, Better.LOWER);
        report.figure("next plan after a kill, last of first", "x", recovery, Better.LOWER);
        report.say(
                "The last of the first stage: %.2f x its plans/s, %.2f x its p50, %.2f x its"
                        + " recovery.",
                speed, p50, recovery);
    }
}
