package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.local.kill.Audit.Ended;
import errand.local.kill.Trap.Caught;
import errand.local.log.Replays;
import errand.runtime.moments.Moments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} of every kind of process at every bad moment: each plan ends once, with one
 * booking and one payment.
 *
 * <p>{@code -Derrand.kill.rounds=N}, {@code -Derrand.kill.moment=…} and {@code
 * -Derrand.kill.target=…} choose fewer kills, {@code -Derrand.kill.patience=SECONDS} waits longer
 * on a busy machine.
 */
@Tag("kill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // up() fills the fields
class KillIT {

    private static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("errand.kill.patience", 60));
    private static final String MOMENTS_PROPERTY = "errand.test.moments";
    private static final String JAVA_PROPERTY = "errand.test.java-opts";

    private final Tally tally = new Tally();
    private final List<Ended> ended = new ArrayList<>();
    private int trips;
    private Installation installation;
    private Trap trap;
    private Page page;
    private Audit audit;

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        trap = new Trap(Files.createDirectory(folder.resolve("moments")));
        System.setProperty(MOMENTS_PROPERTY, trap.directory().toString());
        // What lives for seconds only starts in half the time without the second compiler.
        System.setProperty(JAVA_PROPERTY, "-XX:TieredStopAtLevel=1");
        installation = Installation.up(folder.resolve("data"));
        page = new Page(installation.http(Installation.ORCHESTRATOR));
        audit = new Audit(installation);
        warmUp();
    }

    @AfterAll
    void down() throws Exception {
        System.clearProperty(MOMENTS_PROPERTY);
        System.clearProperty(JAVA_PROPERTY);
        if (installation != null) {
            installation.down();
        }
    }

    /** A trip without any harm. */
    private void warmUp() throws Exception {
        var trip = new Trip(trips++);
        var taken = page.submit(trip, PATIENCE);
        grant(taken, awaitCard(taken));
        end(trip, taken);
    }

    static List<Kill> kills() {
        return Kill.all(Integer.getInteger("errand.kill.rounds", 5)).stream()
                .filter(kill -> isWanted("errand.kill.moment", kill.moment()))
                .filter(kill -> isWanted("errand.kill.target", kill.target()))
                .toList();
    }

    private static boolean isWanted(String property, String value) {
        return System.getProperty(property, value).equals(value);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("kills")
    void a_plan_ends_once_and_well_whoever_dies(Kill kill) throws Exception {
        long began = System.nanoTime();
        makeWhole();
        var trip = new Trip(trips++);
        var taken = page.submit(trip, PATIENCE);
        var card = awaitCard(taken);
        var caught = trapped(kill, taken, card);
        long struck = System.nanoTime();
        strike(kill, caught);
        var done = end(trip, taken);
        double recovered = seconds(struck);
        installation.awaitReady(kill.victim());
        assertThat(installation.pid(kill.victim())).isNotZero();
        int repeats = audit.check(done).repeats();
        tally.add(kill, recovered, seconds(began), repeats);
    }

    /** Whatever an earlier round left behind. */
    private void makeWhole() throws IOException, InterruptedException {
        trap.clear();
        for (var service : installation.services()) {
            if (!installation.isRunning(service)) {
                installation.start(service);
                installation.awaitReady(service);
            }
        }
    }

    private JsonNode awaitCard(Page.Taken taken) {
        return page.awaitPlan(
                        taken.planId(),
                        plan ->
                                plan.path("state").asString().equals("awaiting-consent")
                                        && plan.path("consents").size() == 1,
                        PATIENCE)
                .path("consents")
                .path(0);
    }

    private void grant(Page.Taken taken, JsonNode card) throws Exception {
        var answer = page.grant(taken.conversationId(), card);
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 202);
    }

    /**
     * Holds the agent at its task; or, while it stands before its task, sets the trap for the
     * engine, and so catches it at the answer.
     */
    private Caught trapped(Kill kill, Page.Taken taken, JsonNode card) throws Exception {
        var task = "%s/%s/do/".formatted(taken.planId(), kill.step());
        var first = kill.isOfEngine() ? Moments.BEFORE_EFFECT : kill.moment();
        trap.set(first, task);
        grant(taken, card);
        var caught = trap.awaitCaught(first, PATIENCE);
        if (kill.isOfEngine()) {
            trap.set(kill.moment(), "");
            trap.release(first);
            caught = trap.awaitCaught(kill.moment(), PATIENCE);
        } else {
            assertThat(caught.detail()).startsWith(task);
        }
        assertThat(caught.pid()).isEqualTo(installation.pid(kill.held()));
        return caught;
    }

    private void strike(Kill kill, Caught caught) throws IOException {
        if (!kill.killFirst() && caught.pid() != installation.pid(kill.victim())) {
            trap.release(kill.moment());
        }
        installation.kill(kill.victim());
        trap.release(kill.moment());
        installation.start(kill.victim());
    }

    private Ended end(Trip trip, Page.Taken taken) {
        var plan = page.awaitPlan(taken.planId(), it -> it.path("endedAt").isString(), PATIENCE);
        var done = new Ended(trip, taken, plan);
        ended.add(done);
        return done;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Order(2)
    @Test
    void in_the_end_log_view_and_books_agree_on_every_plan() throws Exception {
        makeWhole();
        var log = audit.log();
        assertThat(log).hasSize(trips);
        try (var books = audit.books()) {
            for (var one : ended) {
                var told = Objects.requireNonNull(log.get(one.taken().conversationId()));
                var now = page.get("/api/plans/" + one.taken().planId()).body();
                audit.checkLog(one, told);
                audit.checkPlan(new Ended(one.trip(), one.taken(), now), told);
                audit.checkBooks(one, books);
                assertThat(books.seqInView(one.taken().conversationId())).isEqualTo(told.lastSeq());
            }
            audit.checkLedger(books);
        }
        assertThat(audit.deadLetters()).isEmpty();
    }

    @Order(3)
    @Test
    void every_inbox_run_again_gives_the_same_events_and_state() {
        try (var replays =
                new Replays(
                        installation.address(Installation.BROKER),
                        installation.http(Installation.REGISTRY))) {
            for (var one : ended) {
                var proof = replays.of(one.taken().conversationId());
                assertThat(proof.differences()).as(one.trip().user()).isEmpty();
                assertThat(proof.folded().plans()).containsOnlyKeys(one.taken().planId());
            }
        }
    }

    @Order(4)
    @Test
    void a_view_that_its_database_set_back_catches_up_by_itself() throws Exception {
        try (var books = audit.books()) {
            long before = books.viewOffsets();
            assertThat(before).isPositive();
            books.setViewBack();
            await().atMost(PATIENCE).until(() -> books.viewOffsets() == before);
        }
    }

    @Order(5)
    @Test
    void every_target_died_at_every_moment_as_often_as_was_asked() throws Exception {
        tally.table();
        Tally.say("started again: %s", installation.restarts());
        Tally.say("lines of ERROR in the logs: %s", installation.errors());
        for (var kill : kills()) {
            assertThat(tally.count(kill.moment(), kill.target()))
                    .as(kill.toString())
                    .isGreaterThanOrEqualTo(kill.round());
        }
    }
}
