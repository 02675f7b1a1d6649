package errand.bench.burst;

import errand.bench.chat.Appended;
import errand.bench.chat.Crowd;
import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.Logs;
import errand.bench.load.Outside;
import errand.bench.load.Percentiles;
import errand.bench.load.Served;
import errand.bench.load.Steady;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Ten thousand people order milk tea within a minute, more than the agents can do, and pay with
 * money of their own: how long the queue gets, how soon others who chat meanwhile get a first sign,
 * and from the topics and the businesses' books alone, that each was served once although some
 * asked twice.
 */
public final class BurstBench implements Bench {

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(20);
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
        new Run(settings, report, wishes(settings)).measure();
    }

    private static Wishes wishes(Settings settings) throws IOException, InterruptedException {
        int requests = settings.size("requests", REQUESTS);
        int orders = settings.size("orders", requests);
        int nap = settings.size("nap", NAP_MILLIS);
        try (var api = new Api(settings.ground().api())) {
            Shop shop = orders == 0 ? null : Shop.stocked(settings.ground(), api, orders);
            return new Wishes(requests, orders, nap, shop);
        }
    }

    private static final class Run {

        private final Settings settings;
        private final Report report;
        private final Wishes wishes;
        private final Duration within;
        private final Clients clients;
        private final SchemaRegistry registry;

        Run(Settings settings, Report report, Wishes wishes) {
            this.settings = settings;
            this.report = report;
            this.wishes = wishes;
            this.within = Duration.ofSeconds(settings.size("within", WITHIN_SECONDS));
            this.clients = new Clients(settings.ground().bootstrap());
            this.registry = new SchemaRegistry(settings.ground().registry());
        }

        void measure() throws IOException, InterruptedException {
            say();
            try (var admin = Admin.create(Map.of("bootstrap.servers", clients.bootstrap()));
                    var posts = new Posts(settings.ground().api());
                    var consents = new Consents(posts);
                    var people = new Requests(posts, wishes, consents::handedIn)) {
                var before = Logs.of(admin);
                var books = Books.of(settings.ground());
                burst(people, consents);
                report.figure("requests sent twice", "requests", people.twice(), Better.LOWER);
                report.figure("sent again as busy", "requests", posts.repeats(), Better.LOWER);
                new Tally(report, new Outside(clients, registry), people.accepted(), before)
                        .of(wishes, Books.of(settings.ground()).since(books));
            }
        }

        private void say() {
            report.setting("requests", wishes.people());
            report.setting("orders", wishes.orders());
            report.setting("within seconds", within.toSeconds());
            report.setting("nap ms", wishes.napMillis());
            report.say(
                    "%d plans within %d s, each with a nap of %d ms; %d of them order and pay, with a card each. %d messages a second beside them.",
                    wishes.people(),
                    within.toSeconds(),
                    wishes.napMillis(),
                    wishes.orders(),
                    CHATS_PER_SECOND);
        }

        private void burst(Requests people, Consents consents) throws InterruptedException {
            String api = settings.ground().api();
            try (var served = new Served(clients, registry, consents::shown);
                    var queue = new Queue(api);
                    var crowd = new Crowd(api, new Appended(served.partitions()), CHATS, CHATS);
                    var chat = new Steady(crowd.talk(), CHATS_PER_SECOND)) {
                long began = System.nanoTime();
                people.send(within);
                double handedIn = (System.nanoTime() - began) / 1e9;
                report.say("All were taken after %.1f s.", handedIn);
                report.figure("all taken", "s", handedIn, Better.LOWER);
                served.await(people.accepted(), DRAINED_WITHIN, consents::refuseFailures);
                double drained = (System.nanoTime() - began) / 1e9;
                report.say("All were served after %.1f s.", drained);
                report.figure("all served", "s", drained, Better.LOWER);
                long unanswered = chat.finish(ANSWERED_WITHIN);
                crowd.talk().refuseFailures();
                crowd.talk().tellRepeats(report);
                Percentiles.tell(report, "taken", people.taken());
                if (wishes.orders() > 0) {
                    Percentiles.tell(report, "yes to verdict", consents.answered());
                }
                Percentiles.tell(report, "chat, first sign", chat.latencies());
                Percentiles.tell(report, "chat, answer", crowd.talk().answers());
                queue(queue);
                if (unanswered > 0) {
                    throw new IllegalStateException(
                            "%d messages got no first sign.".formatted(unanswered));
                }
            }
        }

        private void queue(Queue queue) {
            var lengths = queue.lengths();
            double most = lengths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            report.series("queue", "plans", 1, lengths);
            report.figure("queue at most", "plans", most, Better.LOWER);
            report.say("%.0f plans waited for their turn at most, as metrics tell.", most);
        }
    }
}
