package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import errand.local.Client.Answer;
import errand.local.log.Settled;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Many people want milk tea within a few seconds from an installation that lets few in at once:
 * each hears at once where they stand, each is served once, and chat goes on.
 */
@Tag("race")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // up() fills the fields
class BurstIT implements Settled {

    private static final int PEOPLE = Integer.getInteger("errand.burst.people", 300);
    private static final int PLANS_AT_ONCE = 10;

    /** 1,800 a minute. */
    private static final Duration ONE_EVERY = Duration.ofMillis(33);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Cli cli;
    private Client api;
    private Person person;
    private Addresses addresses;

    @BeforeAll
    void up() throws Exception {
        cli =
                new Cli(
                        Files.createTempDirectory("errand-burst-"),
                        FreePort.any(),
                        Map.of(
                                "ERRAND_ADMISSION_PLANS",
                                String.valueOf(PLANS_AT_ONCE),
                                "ERRAND_ADMISSION_THOUGHTS",
                                "8"));
        var up = cli.run("up", "--detach");
        assertThat(up.exit()).as(up.toString()).isZero();
        var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        api = new Client("http://127.0.0.1:" + cli.port());
        person = new Person(api, Duration.ofMillis(700));
        addresses =
                new Addresses(
                        deployment.address(Services.BROKER),
                        deployment.http(Services.REGISTRY),
                        deployment.address(Services.POSTGRES));
        stockUp(new Client(deployment.http(deployment.service("agent-flash"))));
    }

    /** Whoever sells milk tea there has enough of it for everybody. */
    private void stockUp(Client flash) {
        String look =
                """
                {"goal":"look","steps":[{"id":"s","capability":"flash.shop.search",
                  "input":{"place":"西溪园区","item":"奶茶"}}]}""";
        String plan = api.post("/api/plans", look).body().path("planId").asString();
        JsonNode shops = Steps.output(api.awaitPlan(plan, "done"), "s").path("shops");
        assertThat(shops.size()).isPositive();
        for (JsonNode shop : shops) {
            for (JsonNode item : shop.path("items")) {
                String id = item.path("itemId").asString();
                assertThat(flash.patch("/sandbox/items/" + id, "{\"stock\":100000}").status())
                        .isEqualTo(200);
            }
        }
    }

    @AfterAll
    void down() throws Exception {
        api.close();
        cli.run("down");
        org.apache.kafka.common.utils.Utils.delete(cli.data().toFile());
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public int conversationsAtLeast() {
        return PEOPLE;
    }

    private final ConcurrentLinkedQueue<Duration> firstSigns = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> chats = new ConcurrentLinkedQueue<>();

    @Order(1)
    @Test
    void everybody_is_told_where_they_stand_and_served_once() throws Exception {
        List<Future<String>> ends = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PEOPLE; i++) {
                String user = "thirsty-" + i;
                ends.add(people.submit(() -> wantsMilkTea(user)));
                TimeUnit.MILLISECONDS.sleep(ONE_EVERY.toMillis());
            }
            for (int i = 0; i < 10; i++) {
                chats.add(chats("chatty-" + i));
            }
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> end : ends) {
            answers.add(end.get());
        }
        System.out.printf(
                "%d people, %d plans at once: %d times somebody had to wait; first sign p95 %d ms,"
                        + " worst %d ms; chat p95 %d ms%n",
                PEOPLE,
                PLANS_AT_ONCE,
                (long) queued(),
                percentile(firstSigns, 95),
                percentile(firstSigns, 100),
                percentile(chats, 95));
        assertThat(answers).allMatch(answer -> answer.contains("下单了"));
        assertThat(queued()).isGreaterThan(PEOPLE / 4.0);
        assertThat(percentile(chats, 95)).isLessThan(5_000);
    }

    private String wantsMilkTea(String user) throws Exception {
        String body = "{\"user\":\"%s\"}".formatted(user);
        Answer opened = api.insist("/api/conversations", body, "open-" + user);
        String id = opened.body().path("id").asString();
        long said = System.nanoTime();
        Answer taken =
                api.insist(
                        "/api/conversations/" + id + "/messages",
                        "{\"text\":\"帮我点两杯奶茶送到西溪园区\"}",
                        "say-" + user);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        hear(id, said);
        JsonNode card = person.awaitCard(id);
        assertThat(person.grant(id, card).status()).isEqualTo(200);
        return Person.lastAnswer(person.awaitStatus(id, "idle"));
    }

    /**
     * Until the person hears more than their own words: a place, a plan, a card. A stream that is
     * cut short is opened again, as pages do.
     */
    private void hear(String conversation, long said) throws Exception {
        boolean heard = false;
        while (!heard) {
            try (var lines = api.stream(conversation, "")) {
                heard =
                        lines.filter(line -> line.startsWith("event: "))
                                .anyMatch(line -> !line.equals("event: message"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - said)).isLessThan(PATIENCE);
        }
        firstSigns.add(Duration.ofNanos(System.nanoTime() - said));
    }

    /** How many plans and messages were queued, as the orchestrator counts. */
    private double queued() throws Exception {
        URI metrics = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(cli.port()));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("errand_admission_entries_total"))
                    .filter(line -> line.contains("entry=\"queued\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
                    .sum();
        }
    }

    private Duration chats(String user) {
        long said = System.nanoTime();
        String conversation = person.beginAs(user, "你好，讲个笑话");
        person.awaitStatus(conversation, "idle");
        return Duration.ofNanos(System.nanoTime() - said);
    }

    private static long percentile(Iterable<Duration> durations, int percent) {
        List<Duration> sorted = new ArrayList<>();
        durations.forEach(sorted::add);
        sorted.sort(null);
        return sorted.get(Math.max(0, sorted.size() * percent / 100 - 1)).toMillis();
    }
}
