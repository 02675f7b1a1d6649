package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.local.kill.Audit.Ended;
import errand.local.kill.Crowd.Asked;
import errand.local.kill.Crowd.Went;
import errand.local.log.Replays;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/**
 * Two orchestrators, one of which dies: the other takes its conversations over, and the persons go
 * on there.
 *
 * <p>{@code -Derrand.kill.failovers=N} chooses how often, in turn the one that does not lead the
 * engine's group and the one that does; {@code -Derrand.kill.within=SECONDS} allows more time on a
 * busy machine.
 */
@Tag("kill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // up() fills the fields
class FailoverIT {

    private static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("errand.kill.patience", 60));
    private static final double WITHIN = Integer.getInteger("errand.kill.within", 5);
    private static final int TRIPS = 24;
    private static final int WRITTEN_BEFORE = 10;
    private static final String JAVA_PROPERTY = "errand.test.java-opts";
    private static final String TELL_WHO_LEADS =
            "-Dlogging.level.org.apache.kafka.clients.consumer.internals.ConsumerCoordinator=INFO";

    private final Crowd crowd = new Crowd(PATIENCE);
    private final List<Ended> ended = new ArrayList<>();
    private Installation installation;
    private Pair pair;
    private Watch watch;
    private Audit audit;

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        System.setProperty(JAVA_PROPERTY, "-XX:TieredStopAtLevel=1 " + TELL_WHO_LEADS);
        var data = folder.resolve("data");
        installation = Installation.up(data);
        watch = new Watch(installation.address(Installation.BROKER));
        audit = new Audit(installation);
        pair = new Pair(installation, data, PATIENCE);
    }

    @AfterAll
    void down() throws Exception {
        System.clearProperty(JAVA_PROPERTY);
        crowd.close();
        if (pair != null) {
            pair.close();
        }
        if (watch != null) {
            watch.close();
        }
        if (installation != null) {
            installation.down();
        }
    }

    static Stream<Integer> failovers() {
        return IntStream.rangeClosed(1, Integer.getInteger("errand.kill.failovers", 6)).boxed();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("failovers")
    void when_one_of_two_dies_the_other_goes_on_in_seconds(int number) throws Exception {
        var leader = pair.leader();
        var victim = number % 2 == 0 ? leader : pair.otherThan(leader);
        var asked = crowd.ask(TRIPS, pair.nodes());
        assertThat(asked.stream().map(Asked::partition)).contains(0, 1, 2, 3);
        var listener = asked.getLast().conversation();
        try (var heard = new Listening(victim.http(), listener, "")) {
            await().atMost(PATIENCE).until(() -> heard.told().toString().contains("consent"));
            var title =
                    "%s, which %s"
                            .formatted(victim.name(), victim.equals(leader) ? "led" : "followed");
            kill(victim, asked, title);
            goesOn(listener, heard, pair.otherThan(victim));
        } finally {
            pair.restore(victim);
        }
    }

    /** Half of the persons agree before, so that their plans are under way, and half after. */
    private void kill(Node victim, List<Asked> asked, String title) throws Exception {
        var survivor = pair.otherThan(victim);
        var orphaned = pair.partitionsOf(victim);
        var early = asked.subList(0, TRIPS / 2);
        var late = asked.subList(TRIPS / 2, TRIPS);
        agreeAndBegin(early, survivor);
        long nanos = System.nanoTime();
        long struck = System.currentTimeMillis();
        victim.kill();
        long gone = System.currentTimeMillis();
        crowd.agree(late, survivor);
        var answered = crowd.follow(late, survivor);
        var underWay = Crowd.all(crowd.follow(early, survivor));
        var went = Crowd.all(answered);
        double shown = went.stream().mapToLong(Went::goesOn).max().orElseThrow() - nanos;
        var times =
                new Recovery(
                        progress(asked, gone, struck, orphaned::contains),
                        progress(asked, gone, struck, one -> !orphaned.contains(one)),
                        shown / 1e9);
        times.tell("%s, partitions %s".formatted(title, orphaned));
        check(Stream.concat(went.stream(), underWay.stream()).map(Went::ended).toList());
        times.check(WITHIN);
    }

    /** Returns when plans are under way. */
    private void agreeAndBegin(List<Asked> early, Node node) {
        var ids = early.stream().map(Asked::conversation).toList();
        long before = System.currentTimeMillis();
        crowd.agree(early, node);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> watch.countAfter(ids, before) >= WRITTEN_BEFORE);
    }

    /** Seconds from the kill to what is written next, of each conversation that had not ended. */
    private List<Double> progress(
            List<Asked> asked, long gone, long struck, IntPredicate partitions) {
        return asked.stream()
                .filter(one -> partitions.test(one.partition()))
                .flatMapToLong(one -> watch.firstAfter(one.conversation(), gone).stream())
                .mapToObj(next -> (next - struck) / 1e3)
                .toList();
    }

    private void check(List<Ended> all) throws Exception {
        var log = audit.log();
        try (var books = audit.books()) {
            for (var one : all) {
                var told = Objects.requireNonNull(log.get(one.taken().conversationId()));
                audit.check(one, told, books);
                assertThat(one.isDone()).as(one.toString()).isTrue();
            }
            audit.checkLedger(books);
        }
        ended.addAll(all);
    }

    /** What was heard at the one and then at the other is what was to be heard. */
    private static void goesOn(String conversation, Listening heard, Node survivor) {
        try (var rest = new Listening(survivor.http(), conversation, heard.lastId());
                var whole = new Listening(survivor.http(), conversation, "")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                assertThat(whole.told().toString()).contains("\"state\":\"done\"");
                                assertThat(Stream.of(heard, rest).flatMap(it -> it.told().stream()))
                                        .containsExactlyElementsOf(whole.told());
                            });
        }
    }

    @Order(2)
    @Test
    void every_inbox_run_again_gives_the_same_events_and_state() throws Exception {
        try (var books = audit.books();
                var replays =
                        new Replays(
                                installation.address(Installation.BROKER),
                                installation.http(Installation.REGISTRY))) {
            var log = audit.log();
            assertThat(log).hasSize(ended.size());
            for (var one : ended) {
                var id = one.taken().conversationId();
                assertThat(replays.of(id).differences()).as(one.toString()).isEmpty();
                assertThat(books.seqInView(id))
                        .isEqualTo(Objects.requireNonNull(log.get(id)).lastSeq());
            }
        }
        assertThat(audit.deadLetters()).isEmpty();
    }
}
