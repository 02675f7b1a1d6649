package errand.bench.chat;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.Observed;
import errand.bench.load.Percentiles;
import errand.bench.load.Processes;
import errand.bench.load.Tail;
import errand.schemas.TopicNames;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Many pages listen while messages are said at a steady rate: how soon the first sign comes, how
 * much later than the log a page is told, and whether a page that comes back misses anything.
 */
public final class ChatBench implements Bench {

    private static final Duration LOST_AFTER = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int PAGES = 1000;

    public static void main(String[] args) throws Exception {
        BenchRun.main("chat", new ChatBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        int pages = settings.size("pages", PAGES);
        int conversations = Math.min(pages, settings.size("conversations", pages));
        report.setting("pages", pages);
        report.setting("conversations", conversations);
        report.setting("rate", settings.perSecond());
        report.say(
                "%d pages listen to %d conversations; %d messages a second.",
                pages, conversations, settings.perSecond());
        var log = new Clients(settings.ground().bootstrap()).tail(new TopicNames("").events());
        var appended = new Appended(log.assignment().size());
        long began = System.nanoTime();
        try (var _ =
                        new Tail(
                                "log",
                                log,
                                it ->
                                        appended.add(
                                                it.partition(), it.offset(), System.nanoTime()));
                var crowd = new Crowd(settings.ground().api(), appended, pages, conversations)) {
            double connected = (System.nanoTime() - began) / 1e9;
            report.figure("all connected", "s", connected, Better.LOWER);
            report.say("All connected after %.1f s.", connected);
            measure(settings, report, crowd);
        }
    }

    private static void measure(Settings settings, Report report, Crowd crowd) throws Exception {
        var processes = new Processes(settings.ground().pids());
        var window = new ChatWindow(new Observed(processes), crowd);
        var driver = new Driver(crowd.talk(), LOST_AFTER, 0);
        try (window) {
            var figures = driver.paced(settings.perSecond(), WARM_UP, settings.measured(), window);
            crowd.talk().refuseFailures();
            awaitAnswers(crowd.talk());
            Percentiles.tell(report, "first sign", figures.latencies());
            Percentiles.tell(report, "answer", crowd.talk().answers());
            crowd.talk().tellRepeats(report);
            Percentiles.tell(report, "fan-out", crowd.fanOut());
            Percentiles.tell(report, "coming back", window.cameBack());
            report.figure("machine busy", "%", window.observed().machineBusy() * 100, Better.LOWER);
            report.say("The machine was %.0f %% busy.", window.observed().machineBusy() * 100);
        }
        memory(report, processes);
        audit(settings, report, crowd);
    }

    private static void awaitAnswers(Talk talk) throws InterruptedException {
        long until = System.nanoTime() + LOST_AFTER.toNanos();
        while (talk.unanswered() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "%d messages were shown and not answered.".formatted(talk.unanswered()));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void memory(Report report, Processes processes) {
        processes
                .megabytes()
                .forEach(
                        (service, megabytes) -> {
                            if (service.equals("orchestrator") || service.equals("services")) {
                                report.figure(
                                        "memory of " + service, "MB", megabytes, Better.LOWER);
                                report.say("%s holds %.0f MB (PSS).", service, megabytes);
                            }
                        });
    }

    private static void audit(Settings settings, Report report, Crowd crowd)
            throws InterruptedException {
        TimeUnit.SECONDS.sleep(1); // what is still on its way to the pages
        var audit = Audit.of(settings.ground().api(), crowd.everybody());
        report.figure("events told", "events", audit.events(), Better.HIGHER);
        report.figure("events missing", "events", audit.missing(), Better.LOWER);
        report.figure("events repeated", "events", audit.repeated(), Better.LOWER);
        report.say(
                "%d events told; %d missing, %d repeated, by their ids.",
                audit.events(), audit.missing(), audit.repeated());
        if (audit.missing() + audit.repeated() > 0) {
            throw new IllegalStateException("A page was told too little or too much.");
        }
    }
}
