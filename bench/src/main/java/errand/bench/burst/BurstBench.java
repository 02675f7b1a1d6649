package errand.bench.burst;

import errand.bench.chat.Appended;
import errand.bench.chat.Crowd;
import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Clients;
import errand.bench.load.Logs;
import errand.bench.load.Outside;
import errand.bench.load.Percentiles;
import errand.bench.load.Steady;
import errand.schemas.registry.SchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * Ten thousand people hand in a plan within a minute, more than the agent can do: how long the
 * queue gets, how soon others who chat meanwhile get a first sign, and from the topics alone, that
 * each was served once although some asked twice.
 */
public final class BurstBench implements Bench {

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(9);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final int REQUESTS = 10_000;
    private static final int WITHIN_SECONDS = 60;
    private static final int CHATS = 20;
    private static final int CHATS_PER_SECOND = 5;

    /** An agent does 16 tasks at a time: 107 naps of this length a second. */
    private static final int NAP_MILLIS = 150;

    public static void main(String[] args) throws Exception {
        BenchRun.main("burst", new BurstBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        int requests = settings.size("requests", REQUESTS);
        int within = settings.size("within", WITHIN_SECONDS);
        int nap = settings.size("nap", NAP_MILLIS);
        report.setting("requests", requests);
        report.setting("within seconds", within);
        report.setting("nap ms", nap);
        report.say(
                "%d plans of one nap of %d ms within %d s, and %d messages a second beside them.",
                requests, nap, within, CHATS_PER_SECOND);
        var clients = new Clients(settings.ground().bootstrap());
        var outside = new Outside(clients, new SchemaRegistry(settings.ground().registry()));
        try (var admin = Admin.create(Map.of("bootstrap.servers", clients.bootstrap()));
                var people = new Requests(settings.ground().api(), nap)) {
            var before = Logs.of(admin);
            burst(settings, report, clients, people, requests, Duration.ofSeconds(within));
            count(report, outside, people, before, requests);
        }
    }

    private static void burst(
            Settings settings,
            Report report,
            Clients clients,
            Requests people,
            int requests,
            Duration within)
            throws InterruptedException {
        String api = settings.ground().api();
        var registry = new SchemaRegistry(settings.ground().registry());
        try (var served = new Served(clients, registry);
                var queue = new Queue(api);
                var crowd = new Crowd(api, new Appended(served.partitions()), CHATS, CHATS);
                var chat = new Steady(crowd.talk(), CHATS_PER_SECOND)) {
            long began = System.nanoTime();
            people.send(requests, within);
            double handedIn = (System.nanoTime() - began) / 1e9;
            report.say("All were taken after %.1f s.", handedIn);
            served.await(people.accepted(), DRAINED_WITHIN);
            double drained = (System.nanoTime() - began) / 1e9;
            report.say("All were served after %.1f s.", drained);
            long unanswered = chat.finish(ANSWERED_WITHIN);
            crowd.talk().refuseFailures();
            if (unanswered > 0) {
                throw new IllegalStateException(
                        "%d messages got no first sign.".formatted(unanswered));
            }
            report.figure("all taken", "s", handedIn, Better.LOWER);
            report.figure("all served", "s", drained, Better.LOWER);
            Percentiles.tell(report, "taken", people.taken());
            Percentiles.tell(report, "chat, first sign", chat.latencies());
            Percentiles.tell(report, "chat, answer", crowd.talk().answers());
            queue(report, queue);
        }
    }

    private static void queue(Report report, Queue queue) {
        var lengths = queue.lengths();
        double most = lengths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        report.series("queue", "plans", 1, lengths);
        report.figure("queue at most", "plans", most, Better.LOWER);
        report.say("%.0f plans waited for their turn at most, as metrics tell.", most);
    }

    private static void count(
            Report report, Outside outside, Requests people, Logs before, int requests) {
        Set<String> ids = people.accepted();
        var count = outside.count(ids::contains, before.ends());
        var closings = outside.closings(ids::contains, before.ends());
        report.figure("plans asked for", "plans", requests, Better.HIGHER);
        report.figure("plans done", "plans", closings.done(), Better.HIGHER);
        report.figure("plans done twice", "plans", closings.twice(), Better.LOWER);
        report.figure("requests sent again", "requests", people.repeats(), Better.LOWER);
        report.figure("tasks and replies sent again", "records", count.sentAgain(), Better.LOWER);
        report.say(
                "Counted from outside: %d asked for (%d of them sent again with their key), %d"
                        + " plans, %d done, %d done twice; %d distinct tasks, %d distinct replies,"
                        + " %d sent again",
                requests,
                people.repeats(),
                ids.size(),
                closings.done(),
                closings.twice(),
                count.tasks(),
                count.replies(),
                count.sentAgain());
        boolean once =
                ids.size() == requests
                        && closings.done() == requests
                        && closings.twice() == 0
                        && count.tasks() == requests
                        && count.replies() == requests;
        if (!once) {
            throw new IllegalStateException(
                    "Not every request became one plan that was done once.");
        }
    }
}
