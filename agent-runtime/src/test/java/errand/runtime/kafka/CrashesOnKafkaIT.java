package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Agents that crash or stop in the middle, on a real broker: what ran is not run again, what did
 * not is.
 */
class CrashesOnKafkaIT extends TroubledOnKafka {

    @Test
    void a_write_delivered_again_counts_as_one_success() throws Exception {
        CompletableFuture<AgentOnKafka> first = new CompletableFuture<>();
        AtomicBoolean crashed = new AtomicBoolean();
        Moments crash =
                (reached, detail) -> {
                    if (reached.equals(Moments.AFTER_REPLY_BEFORE_ACK)
                            && crashed.compareAndSet(false, true)) {
                        first.join().abandon();
                        throw new IllegalStateException("crashed");
                    }
                };
        first.complete(
                platform.agent(
                        troubles.trouble(0, () -> {}),
                        Troubles.four(Duration.ofSeconds(5)),
                        crash));
        first.join().start();
        troubles.ask("large.hold", "w", 10);
        Platform.await(crashed::get, "the crash");
        troubles.start(0);
        assertThat(asker.answer("w", 2)).isInstanceOf(TaskSucceeded.class);
        assertThat(troubles.count("errand.task.redeliveries")).isEqualTo(1);
        assertThat(troubles.count("errand.task.dedupe.hits")).isEqualTo(1);
        assertThat(troubles.outcomes("large.hold", "done")).isEqualTo(1);
    }

    @Test
    void what_was_paid_elsewhere_before_a_crash_is_found_and_not_paid_again() throws Exception {
        CompletableFuture<AgentOnKafka> first = new CompletableFuture<>();
        Troublemaker dying =
                troubles.trouble(
                        0,
                        () -> {
                            first.join().abandon();
                            throw new Troublemaker.Gone();
                        });
        first.complete(platform.agent(dying, Troubles.four(Duration.ofSeconds(5))));
        first.join().start();
        asker.ask("pay.hold", "w", "{}");
        Platform.await(() -> dying.payments() == 1, "the payment");

        Troublemaker second = troubles.start(0);
        TaskSucceeded answer = (TaskSucceeded) asker.answer("w");
        assertThat(answer.getOutput()).isEqualTo("{\"text\":\"paid before\"}");
        assertThat(second.payments()).isEqualTo(1);
        assertThat(second.runs).hasValue(0);
        assertThat(second.lookedFor).hasValue(1);
    }

    @Test
    void stopping_finishes_what_runs_keeps_its_locks_and_takes_nothing_new() throws Exception {
        Troublemaker leaving = troubles.start(3_500);
        asker.ask("sleep.hold", "w", "{}");
        Platform.await(() -> leaving.runs.get() == 1, "the effect to run");
        AgentOnKafka left = troubles.agents.removeFirst();
        Thread stopping = Thread.startVirtualThread(() -> stop(left));
        Platform.await(() -> !left.isConsuming(), "the stop to begin");
        Troublemaker staying = troubles.start(0);
        for (int i = 0; i < 10; i++) {
            asker.ask("large.hold", "n" + i, "{\"chars\":1}");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(asker.answer("n" + i)).isInstanceOf(TaskSucceeded.class);
        }
        stopping.join();
        assertThat(asker.answer("w")).isInstanceOf(TaskSucceeded.class);
        assertThat(leaving.runs).hasValue(1);
        assertThat(staying.runs).hasValue(10);
        // What a closing lane had fetched may come again; what ran must not.
        assertThat(troubles.count("errand.task.dedupe.hits")).isZero();
        assertThat(platform.repliesTo(asker.id("w"))).hasSize(1);
    }

    @Test
    void what_outlasts_a_stop_is_handed_back_and_done_once_by_another_at_once() throws Exception {
        Troublemaker leaving =
                troubles.start(60_000, Duration.ofSeconds(15), Duration.ofMillis(500));
        asker.ask("sleep.hold", "w", "{}");
        Platform.await(() -> leaving.runs.get() == 1, "the effect to run");
        Troublemaker staying = troubles.start(0, Duration.ofSeconds(15), Duration.ofMillis(500));
        long began = System.nanoTime();
        troubles.agents.removeFirst().stop();
        assertThat(asker.answer("w")).isInstanceOf(TaskSucceeded.class);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        System.out.printf("handed back and done by another after %d ms%n", millis);
        assertThat(millis).isLessThan(5_000); // the lock would have held it for 15 s
        assertThat(staying.runs).hasValue(1);
        assertThat(platform.notes(name)).hasSize(1);
        assertThat(platform.repliesTo(asker.id("w"))).hasSize(1);
        assertThat(troubles.count("errand.task.redeliveries")).isEqualTo(1);
    }

    private static void stop(AgentOnKafka agent) {
        try {
            agent.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
