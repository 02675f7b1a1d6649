package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private static final int PER_SECOND = 1000;

    /** Does at once what it is asked, but for some. */
    private static final class AtOnce implements Load {

        private final LongPredicate does;
        private final CountDownLatch some = new CountDownLatch(30);
        private LongConsumer done = number -> {};

        AtOnce(LongPredicate does) {
            this.does = does;
        }

        @Override
        public void start(LongConsumer done) {
            this.done = done;
        }

        @Override
        public void ask(long number) {
            if (does.test(number)) {
                done.accept(number);
                done.accept(number); // a log may tell twice
            }
            some.countDown();
        }

        @Override
        public void close() {}
    }

    @Test
    void goes_on_whatever_becomes_of_earlier_ones_and_says_what_is_open() throws Exception {
        var load = new AtOnce(number -> number != 3);
        try (var steady = new Steady(load, PER_SECOND)) {
            assertThat(load.some.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(steady.finish(Duration.ofMillis(20))).isEqualTo(1);
            assertThat(steady.openBelow(4)).isEqualTo(1);
            assertThat(steady.openBelow(3)).isZero();
            assertThat(steady.asked()).isGreaterThanOrEqualTo(30);
            assertThat(steady.newest()).isEqualTo(steady.asked() - 1);
            assertThat(steady.latencies().getTotalCount()).isEqualTo(steady.asked() - 1);
        }
    }

    @Test
    void tells_a_listener_once_of_each_that_is_done() throws Exception {
        var load = new AtOnce(number -> number >= 5);
        var told = new AtomicLong();
        try (var steady = new Steady(load, PER_SECOND)) {
            steady.listen(nanos -> told.incrementAndGet());
            assertThat(load.some.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(steady.finish(Duration.ZERO)).isEqualTo(5);
            assertThat(told.get()).isBetween(1L, steady.latencies().getTotalCount());
        }
    }
}
