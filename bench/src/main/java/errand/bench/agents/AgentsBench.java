package errand.bench.agents;

import errand.bench.agents.AgentTasks.Work;
import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.LoadReport;
import errand.bench.load.Observed;
import errand.bench.load.Processes;
import errand.bench.raw.RawBound;
import errand.schemas.registry.SchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The runtime of agents alone: how many tasks that read and that bind (with their inbox row) one
 * instance does, and whether fast tasks stay fast while slow ones hold half of its workers.
 */
public final class AgentsBench implements Bench {

    private static final Duration LOST_AFTER = Duration.ofSeconds(60);
    private static final Duration PACED_WARM_UP = Duration.ofSeconds(3);
    private static final long WARM_AFTER = 20_000;
    private static final int TASKS_OF_A_PLAN = 4;

    /** Of 16 workers, which is what an instance has by default. */
    private static final int SLOW = 8;

    private static final Duration SLOW_TAKES = Duration.ofSeconds(2);

    public static void main(String[] args) throws Exception {
        BenchRun.main("agents", new AgentsBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        report.setting("inFlight", settings.inFlight());
        report.setting("rate", settings.perSecond());
        report.setting("slow", "%d tasks of %d ms".formatted(SLOW, SLOW_TAKES.toMillis()));
        report.say(
                "Tasks put on the topic of agent-bench (one instance, 16 workers), done when the reply"
                        + " is in conversation.inbox; no plans");
        try (var raw = new RawBound(settings, report)) {
            var bound = raw.measure();
            var run = new Run(settings, report, new LoadReport(report, "tasks"));
            double read = run.both("READ", Work.READ);
            double commit = run.both("COMMIT", Work.COMMIT);
            run.isolation();
            report.ofBound("READ tasks/s", read / (bound.most() * TASKS_OF_A_PLAN), Better.HIGHER);
            report.ofBound(
                    "COMMIT tasks/s", commit / (bound.most() * TASKS_OF_A_PLAN), Better.HIGHER);
            report.say(
                    "Against the bound's %.0f tasks/s: READ %.3f, COMMIT %.3f",
                    bound.most() * TASKS_OF_A_PLAN,
                    read / (bound.most() * TASKS_OF_A_PLAN),
                    commit / (bound.most() * TASKS_OF_A_PLAN));
            raw.again(bound);
        }
    }

    private record Run(Settings settings, Report report, LoadReport told) {

        private AgentTasks tasks(Work work) {
            return new AgentTasks(
                    new Clients(settings.ground().bootstrap()),
                    new SchemaRegistry(settings.ground().registry()),
                    work);
        }

        /** At MAX and at a steady rate; the most tasks a second. */
        double both(String name, Work work) throws InterruptedException {
            double most = 0;
            try (var tasks = tasks(work)) {
                var driver = new Driver(tasks, LOST_AFTER, WARM_AFTER);
                for (int inFlight : settings.inFlight()) {
                    Duration half = settings.measured().dividedBy(2);
                    Duration warmUp = most == 0 ? settings.measured() : half.dividedBy(2);
                    var window = new Observed(Processes.withLoad(settings.ground().pids()));
                    var figures = driver.closed(inFlight, warmUp, half, window);
                    String max = "%s MAX %d".formatted(name, inFlight);
                    told.window(max, figures, window.machineBusy());
                    told.cpu(max, window, figures.latencies().getTotalCount());
                    most = Math.max(most, figures.perSecond());
                }
                paced(driver, name + " PACED");
                tasks.refuseFailures();
            }
            return most;
        }

        private Driver.Figures paced(Driver driver, String name) throws InterruptedException {
            var quiet = new Observed(new Processes(Map.of()));
            var figures =
                    driver.paced(
                            settings.perSecond(),
                            PACED_WARM_UP,
                            settings.measured().dividedBy(2),
                            quiet);
            told.latencies(name, figures, quiet.machineBusy());
            return figures;
        }

        /** Fast tasks alone, then while slow ones are always under way. */
        void isolation() throws InterruptedException {
            try (var fast = tasks(Work.READ);
                    var slow = tasks(Work.sleeping(SLOW_TAKES))) {
                var driver = new Driver(fast, LOST_AFTER, 0);
                var alone = paced(driver, "fast alone");
                var beside =
                        CompletableFuture.runAsync(
                                () -> keepBusy(slow), Thread::startVirtualThread);
                var together = paced(driver, "fast beside slow");
                beside.join();
                fast.refuseFailures();
                slow.refuseFailures();
                for (int percentile : new int[] {50, 99}) {
                    double ratio = together.millis(percentile) / alone.millis(percentile);
                    report.figure(
                            "fast beside slow, p%d to alone".formatted(percentile),
                            "x",
                            ratio,
                            Better.LOWER);
                    report.say(
                            "Beside %d slow tasks of %d s, p%d of fast ones is %.2f x what it is alone",
                            SLOW, SLOW_TAKES.toSeconds(), percentile, ratio);
                }
            }
        }

        private void keepBusy(AgentTasks slow) {
            Duration time = settings.measured().dividedBy(2).plus(PACED_WARM_UP);
            try {
                new Driver(slow, LOST_AFTER, 0)
                        .closed(SLOW, Duration.ZERO, time, new Observed(new Processes(Map.of())));
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        }
    }
}
