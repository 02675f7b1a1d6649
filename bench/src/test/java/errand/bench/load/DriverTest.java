package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class DriverTest {

    private static final Duration SHORT = Duration.ofMillis(60);

    /** Does what it is asked one after the other, in no time but where a test says. */
    private static final class OneByOne implements Load {

        private final ExecutorService worker = Executors.newSingleThreadExecutor();
        private final LongPredicate does;
        private final AtomicInteger most = new AtomicInteger();
        private final Set<Long> open = ConcurrentHashMap.newKeySet();
        private LongConsumer done = number -> {};

        OneByOne(LongPredicate does) {
            this.does = does;
        }

        @Override
        public void start(LongConsumer done) {
            this.done = done;
        }

        @Override
        public void ask(long number) {
            open.add(number);
            most.accumulateAndGet(open.size(), Math::max);
            worker.execute(
                    () -> {
                        if (does.test(number)) {
                            open.remove(number);
                            done.accept(number);
                        }
                    });
        }

        @Override
        public void close() {
            worker.shutdownNow();
        }
    }

    private static final class Counted implements Driver.Window {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void opens() {
            opened.countDown();
        }

        @Override
        public void closes() {
            closed.countDown();
        }
    }

    @Test
    void keeps_no_more_in_flight_than_it_is_told() throws InterruptedException {
        try (var load = new OneByOne(number -> true)) {
            var driver = new Driver(load, Duration.ofSeconds(5), 0);
            var window = new Counted();

            var figures = driver.closed(3, SHORT, SHORT, window);

            assertThat(load.most).hasValueLessThanOrEqualTo(3);
            assertThat(figures.perSecond()).isPositive();
            assertThat(figures.latencies().getTotalCount()).isBetween(1L, driver.asked());
            assertThat(window.opened.getCount() + window.closed.getCount()).isZero();
        }
    }

    @Test
    void a_stall_is_paid_by_all_that_were_due_in_it() throws InterruptedException {
        int perSecond = 1000;
        try (var load =
                new OneByOne(
                        number -> {
                            if (number == 20) {
                                LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
                            }
                            return true;
                        })) {
            var driver = new Driver(load, Duration.ofSeconds(5), 0);

            var figures = driver.paced(perSecond, Duration.ZERO, SHORT, new Counted());

            assertThat(figures.latencies().getTotalCount()).isEqualTo(60);
            // One was slow, and some forty were due before it was done.
            assertThat(figures.latencies().getCountBetweenValues(5_000_000, Long.MAX_VALUE))
                    .isGreaterThan(20);
        }
    }

    @Test
    void a_drained_window_ends_with_the_last_piece_and_counts_all_of_them()
            throws InterruptedException {
        try (var load =
                new OneByOne(
                        number -> {
                            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                            return true;
                        })) {
            var driver = new Driver(load, Duration.ofSeconds(5), 0);
            var window = new Counted();

            var figures = driver.drained(4, Duration.ofMillis(1), window);

            assertThat(figures.latencies().getTotalCount()).isPositive().isEqualTo(driver.asked());
            assertThat(figures.window()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
            assertThat(window.closed.getCount()).isZero();
        }
    }

    @Test
    void what_was_lost_is_no_measurement() {
        try (var load = new OneByOne(number -> number != 1)) {
            var driver = new Driver(load, Duration.ofMillis(50), 0);

            assertThatThrownBy(() -> driver.closed(2, Duration.ZERO, SHORT, new Counted()))
                    .hasMessageContaining("were not done 0 s after the last was asked for")
                    .hasMessageEndingWith("such as number 1.");
        }
    }
}
