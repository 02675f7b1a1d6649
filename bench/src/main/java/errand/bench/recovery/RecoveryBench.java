package errand.bench.recovery;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.ErrandPlans;
import errand.bench.load.Filling;
import errand.bench.load.Logs;
import errand.bench.load.Outside;
import errand.bench.load.PlanIds;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Steady;
import errand.events.PlanSubmitted;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;

/**
 * {@code kill -9} of orchestrator, bench agent and broker in turn while plans are asked for at a
 * steady rate: how soon plans are finished again, and from the topics alone, that each was done
 * once. Kills processes, so it takes an installation of its own.
 */
public final class RecoveryBench implements Bench {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int WARM_PLANS = 20_000;
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration LOST_AFTER = Duration.ofSeconds(90);
    private static final List<String> VICTIMS = List.of("orchestrator", "agent-bench", "broker");
    private static final int KILLS = 3;
    private static final int PER_SECOND = 100;
    private static final int STEPS = 4;

    public static void main(String[] args) throws Exception {
        BenchRun.main("recovery", new RecoveryBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        int kills = settings.size("kills", KILLS);
        report.setting("kills", kills);
        int perSecond = settings.size("load", PER_SECOND);
        report.setting("load", perSecond);
        report.say(
                "%d plans a second, whatever becomes of earlier ones; %d kills each of %s.",
                perSecond, kills, String.join(", ", VICTIMS));
        var clients = new Clients(settings.ground().bootstrap());
        var registry = new SchemaRegistry(settings.ground().registry());
        var template = template(settings, clients, registry);
        try (var admin = Admin.create(Map.of("bootstrap.servers", clients.bootstrap()));
                var plans = new ErrandPlans(clients, registry, template)) {
            // What is killed starts cold, but the others have worked before, as they would have.
            Filling.fill(
                    new ErrandPlans(clients, registry, template),
                    settings.size("warm", WARM_PLANS));
            var before = Logs.of(admin);
            long asked = kill(settings, report, plans, kills);
            count(report, new Outside(clients, registry), plans.ids(), before, asked);
        }
    }

    private static PlanSubmitted template(
            Settings settings, Clients clients, SchemaRegistry registry)
            throws IOException, InterruptedException {
        try (var api = new Api(settings.ground().api())) {
            return PlanTemplate.take(api, clients, registry, PlanTemplate.FOUR_STEPS);
        }
    }

    private static long kill(Settings settings, Report report, ErrandPlans plans, int times)
            throws InterruptedException {
        try (var load = new Steady(plans, settings.size("load", PER_SECOND))) {
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            var kills = new Kills(Victims.of(settings.ground().data()), load);
            for (String victim : VICTIMS) {
                List<Killed> all = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    var one = kills.kill(victim);
                    all.add(one);
                    say(report, one);
                    TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                }
                tell(report, victim, all);
            }
            load.finish(LOST_AFTER); // the log tells what was not done by then
            report.latencies("plans, outages included", load.latencies());
            return load.asked();
        }
    }

    private static void say(Report report, Killed one) {
        report.say(
                "%-14s next plan after %5.2f s, first new one %5.2f s, caught up %5.2f s, ready %5.2f s",
                one.service(), one.next(), one.fresh(), one.caughtUp(), one.ready());
    }

    private static void tell(Report report, String victim, List<Killed> all) {
        worst(report, victim + ": next plan", all, Killed::next);
        worst(report, victim + ": first new plan", all, Killed::fresh);
        worst(report, victim + ": caught up", all, Killed::caughtUp);
    }

    private static void worst(
            Report report, String name, List<Killed> all, ToDoubleFunction<Killed> of) {
        DoubleSummaryStatistics seconds = all.stream().mapToDouble(of).summaryStatistics();
        report.figure(name + ", mean", "s", seconds.getAverage(), Better.LOWER);
        report.figure(name + ", worst", "s", seconds.getMax(), Better.LOWER);
    }

    private static void count(
            Report report, Outside outside, PlanIds ids, Logs before, long asked) {
        var closings = outside.closings(id -> ids.number(id) >= 0, before.ends());
        var failed = closings.failed();
        var count =
                outside.count(id -> ids.number(id) >= 0 && !failed.containsKey(id), before.ends());
        long lost = asked - closings.closed();
        report.figure("plans asked for", "plans", asked, Better.HIGHER);
        report.figure("plans lost", "plans", lost, Better.LOWER);
        report.figure("plans failed", "plans", failed.size(), Better.LOWER);
        report.figure("plans done twice", "plans", closings.twice(), Better.LOWER);
        report.figure("tasks and replies sent again", "records", count.sentAgain(), Better.LOWER);
        report.say(
                "Counted from outside: %d plans asked for, %d done, %d failed, %d lost, %d done"
                        + " twice; of those that were done %d distinct tasks, %d distinct replies;"
                        + " sent again: %d tasks and replies, %d closings.",
                asked,
                closings.done(),
                failed.size(),
                lost,
                closings.twice(),
                count.tasks(),
                count.replies(),
                count.sentAgain(),
                closings.repeated());
        if (lost != 0
                || closings.twice() != 0
                || count.tasks() != closings.done() * STEPS
                || count.replies() != count.tasks()) {
            throw new IllegalStateException(
                    "%d plans must be closed once each, those that are done with %d tasks and as many replies each"
                            .formatted(asked, STEPS));
        }
        refuseFailed(failed);
    }

    /** None is lost, but an outage that is longer than a step waits for its answer fails plans. */
    private static void refuseFailed(Map<String, String> failed) {
        if (!failed.isEmpty()) {
            var first = failed.entrySet().iterator().next();
            throw new IllegalStateException(
                    "%d plans failed in the outages, such as %s: %s"
                            .formatted(failed.size(), first.getKey(), first.getValue()));
        }
    }
}
