package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.settings.AgentSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How fast an agent works off what it is asked. */
class PaceOnKafkaIT extends ProbeOnKafka {

    @Test
    void slow_tasks_use_all_workers() {
        start(four);
        ask("noop.read", "warm", "{}");
        platform.reply(id("warm"));
        long began = System.nanoTime();
        for (int i = 0; i < 40; i++) {
            ask("sleep.read", "s" + i, "{\"ms\":250}");
        }
        for (int i = 0; i < 40; i++) {
            platform.reply(id("s" + i));
        }
        long millis = millisSince(began);
        System.out.printf("40 tasks of 250 ms on 4 workers: %d ms%n", millis);
        assertThat(millis).isBetween(2_400L, 3_400L);
    }

    /** Lanes learn with a heartbeat what they may fetch: only then can an idle one help. */
    @Test
    void a_fast_task_does_not_wait_behind_slow_ones() {
        start(four);
        Platform.await(() -> platform.fetching("agent-" + name) == 4, "narrow lanes to be let in");
        ask("noop.read", "warm", "{}");
        platform.reply(id("warm"));
        for (int i = 0; i < 3; i++) {
            ask("sleep.read", "s" + i, "{\"ms\":3000}");
        }
        Platform.await(() -> runs() == 3, "three slow tasks to run");
        long worst = 0;
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            ask("noop.read", "f" + i, "{}");
            platform.reply(id("f" + i));
            worst = Math.max(worst, millisSince(began));
        }
        System.out.printf("worst of 20 fast tasks beside 3 slow ones: %d ms%n", worst);
        assertThat(worst).isLessThan(250);
    }

    @Test
    void many_short_tasks_are_done_in_bulk() {
        start(AgentSettings.defaults());
        for (int round = 0; round < 3; round++) {
            int before = platform.replies.size();
            int many = 20_000;
            long began = System.nanoTime();
            for (int i = 0; i < many; i++) {
                ask("noop.read", "n" + round + "-" + i, "{}");
            }
            Platform.await(() -> platform.replies.size() >= before + many, "all replies");
            long perSecond = many * 1000L / millisSince(began);
            System.out.printf("no-op reads, asked and answered: %d/s%n", perSecond);
            assertThat(perSecond).isGreaterThan(300); // the figure counts on a quiet machine only
        }
        long[] nanos = new long[500];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            ask("noop.read", "l" + i, "{}");
            platform.reply(id("l" + i));
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "one no-op read: p50 %.1f ms, p99 %.1f ms%n", nanos[250] / 1e6, nanos[495] / 1e6);
    }

    @Test
    void many_writes_are_done_once_each() {
        start(AgentSettings.defaults());
        int many = 2_000;
        long began = System.nanoTime();
        for (int i = 0; i < many; i++) {
            ask("note.hold", "n" + i, "{\"text\":\"" + i + "\"}");
        }
        for (int i = 0; i < many; i++) {
            platform.reply(id("n" + i));
        }
        System.out.printf("writes: %d/s%n", many * 1000L / millisSince(began));
        assertThat(platform.notes(name)).hasSize(many).doesNotHaveDuplicates();
    }
}
