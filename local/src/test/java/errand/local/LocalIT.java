package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.embedded.FreePort;
import errand.local.Cli.Result;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real command, all services there are, real data folders. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private Path folder = Path.of(".");
    private Cli cli = new Cli(Path.of("."), 0);

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        this.folder = folder;
        cli = new Cli(folder.resolve("data"), FreePort.any());
        var up = cli.run("up", "--detach");
        assertThat(up).as(up.toString()).extracting(Result::exit).isEqualTo(0);
        assertThat(up.out().lines().reduce((a, b) -> b))
                .contains("http://127.0.0.1:" + cli.port() + "/");
    }

    @AfterAll
    void down() throws Exception {
        cli.run("down");
    }

    @Test
    void status_tells_pid_address_and_health_of_every_service() throws Exception {
        var status = cli.run("status", "--json");
        assertThat(status.exit()).isZero();
        var services = Json.MAPPER.readTree(status.out()).path("services");
        assertThat(services.findValuesAsString("name")).startsWith("broker", "postgres");
        for (var service : services) {
            assertThat(service.path("health").asString()).isEqualTo("up");
            assertThat(ProcessHandle.of(service.path("pid").asLong())).isPresent();
        }
    }

    @Test
    void a_second_up_says_where_the_first_runs() throws Exception {
        var second = cli.run("up");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .isEqualTo(
                        "Already running at http://127.0.0.1:%d/ (data in %s). Stop it with: ./errand down"
                                .formatted(cli.port(), cli.data()));
    }

    @Test
    void a_killed_broker_gives_one_line_and_can_be_started_again() throws Exception {
        var launcher = Launcher.of(cli.data());
        var before = launcher.pid("broker").orElseThrow();
        launcher.kill("broker");
        await().atMost(SOON).until(() -> said("broker died").size() == 1);
        assertThat(said("broker died"))
                .singleElement()
                .asString()
                .isEqualTo(
                        ("broker died (exit code 137, signal 9); the rest keeps running. Its log:"
                                        + " %s. Start it again: ./errand restart broker")
                                .formatted(cli.data().resolve("logs/broker.log")));
        assertThat(health("broker")).isEqualTo("down");

        assertThat(cli.run("restart", "broker").exit()).isZero();
        assertThat(launcher.pid("broker")).isPresent().get().isNotEqualTo(before);
        assertThat(health("broker")).isEqualTo("up");
        await().atMost(SOON).until(() -> said("broker runs again").size() == 1);
        try (var admin = admin(cli.data())) {
            assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS)).hasSize(1);
        }
    }

    @Test
    void the_clock_goes_forward_for_every_service_alike() throws Exception {
        var before = Instant.parse(cli.run("clock").out().strip());
        var moved = cli.run("clock", "+PT2H");
        assertThat(moved.exit()).as(moved.toString()).isZero();
        assertThat(Instant.parse(moved.out().strip()))
                .isBetween(before.plus(TWO_HOURS), before.plus(TWO_HOURS).plus(SOON));
        var deployment = Deployment.of(new DataFolder(cli.data())).orElseThrow();
        for (var service : deployment.services()) {
            if (service.kind() == Service.Kind.APPLICATION) {
                var shows =
                        new Api(deployment.http(service))
                                .get("/sandbox/clock")
                                .path("now")
                                .asString();
                assertThat(Instant.parse(shows)).as(service.name()).isAfter(before.plus(TWO_HOURS));
            }
        }
    }

    @Test
    void down_stops_all_within_ten_seconds_and_up_finds_the_data_again() throws Exception {
        var other = new Cli(folder.resolve("other"), FreePort.any());
        var out = folder.resolve("other.out");
        var first = other.start(out, "up");
        try {
            await().atMost(SOON.multipliedBy(3))
                    .until(() -> Files.readString(out).contains("Ready after"));
            createTopic(other.data(), "kept");
            var moved = Instant.parse(other.run("clock", "+P1D").out().strip());
            var pids = pids(other);
            long begun = System.nanoTime();
            first.destroy();
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(pids).isNotEmpty().noneMatch(pid -> ProcessHandle.of(pid).isPresent());

            assertThat(other.run("up", "--detach").exit()).isZero();
            assertThat(Instant.parse(other.run("clock").out().strip()))
                    .as("what was written lies in the past")
                    .isAfterOrEqualTo(moved);
            try (var admin = admin(other.data())) {
                assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
            }
        } finally {
            first.destroyForcibly();
            other.run("down");
        }
        assertThat(other.run("status").exit()).isEqualTo(1);
    }

    @Test
    void up_after_a_killed_supervisor_names_what_was_left_and_down_stops_it() throws Exception {
        var other = new Cli(folder.resolve("left"), FreePort.any());
        assertThat(other.run("up", "--detach").exit()).isZero();
        var pids = pids(other);
        var supervisor = new PidFile(DataFolder.of(other.data()), "supervisor").number();
        ProcessHandle.of(supervisor.orElseThrow()).orElseThrow().destroyForcibly();
        await().atMost(SOON).until(() -> !RunLock.isTaken(DataFolder.of(other.data())));

        var up = other.run("up");
        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.err())
                .contains("ended without stopping all of it: broker (pid ")
                .endsWith("Stop it with: ./errand down")
                .hasLineCount(1);
        assertThat(other.run("down").exit()).isZero();
        await().atMost(SOON)
                .until(() -> pids.stream().noneMatch(p -> ProcessHandle.of(p).isPresent()));
    }

    @Test
    void a_taken_port_stops_a_detached_up_too() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var other = new Cli(folder.resolve("taken"), taken.getLocalPort());
            var up = other.run("up", "--detach");
            assertThat(up.exit()).isEqualTo(1);
            assertThat(up.err())
                    .startsWith("Port %d is taken by java (pid ".formatted(other.port()))
                    .hasLineCount(1);
        }
    }

    private List<String> said(String beginning) throws Exception {
        try (var lines = Files.lines(cli.data().resolve("logs/up.log"))) {
            return lines.filter(line -> line.startsWith(beginning)).toList();
        }
    }

    private String health(String name) throws Exception {
        for (JsonNode service : services(cli)) {
            if (service.path("name").asString().equals(name)) {
                return service.path("health").asString();
            }
        }
        return "absent";
    }

    private static JsonNode services(Cli cli) throws Exception {
        return Json.MAPPER.readTree(cli.run("status", "--json").out()).path("services");
    }

    private static List<Long> pids(Cli cli) throws Exception {
        return services(cli).findValuesAsString("pid").stream().map(Long::valueOf).toList();
    }

    private static Admin admin(Path data) {
        var deployment = Deployment.of(DataFolder.of(data)).orElseThrow();
        return Admin.create(Map.of("bootstrap.servers", deployment.address(Services.BROKER)));
    }

    private static void createTopic(Path data, String name) throws Exception {
        try (var admin = admin(data)) {
            var topic = new NewTopic(name, Optional.of(1), Optional.of((short) 1));
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }
}
