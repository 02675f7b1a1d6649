package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every inbox promises. */
abstract class InboxContract {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");
    private static final Claim CLAIM = new Claim("p/a/do/1", "x.seat.hold", "ab12", "c_1");

    abstract Inbox inbox();

    /** Writes into the business, inside the effect's transaction. */
    abstract void write(String what);

    abstract List<String> written();

    @Test
    void remembers_what_became_of_a_task() throws Exception {
        Inbox.Kept first = inbox().once(CLAIM, () -> wrote("one", Verdict.DONE));
        Inbox.Kept second = inbox().once(CLAIM, () -> wrote("two", Verdict.DONE));

        assertThat(first).isEqualTo(new Inbox.Kept(entry("one", Verdict.DONE), false));
        assertThat(second).isEqualTo(new Inbox.Kept(entry("one", Verdict.DONE), true));
        assertThat(written()).containsExactly("one");
    }

    @Test
    void a_later_claim_is_told_what_the_first_asked() throws Exception {
        inbox().once(CLAIM, () -> wrote("one", Verdict.DONE));
        Claim other = new Claim("p/a/do/1", "x.seat.book", "cd34", "c_2");
        assertThat(inbox().once(other, () -> wrote("two", Verdict.DONE)).entry().claim())
                .isEqualTo(CLAIM);
    }

    @Test
    void what_is_begun_stays_begun_whatever_becomes_of_the_effect() throws Exception {
        byte[] asked = {1, 2, 3};
        assertThat(inbox().begun("p/b/do/1")).isEmpty();
        assertThat(inbox().begin("p/b/do/1", asked)).isFalse();
        assertThatThrownBy(
                        () ->
                                inbox().once(
                                                new Claim("p/b/do/1", "x.seat.hold", "ab", "c_1"),
                                                () -> {
                                                    throw new IllegalStateException("died");
                                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inbox().begin("p/b/do/1", new byte[] {9})).isTrue();
        assertThat(inbox().begun("p/b/do/1"))
                .hasValueSatisfying(it -> assertThat(it).isEqualTo(asked));
    }

    @Test
    void keeps_a_refusal_but_nothing_that_was_written() throws Exception {
        inbox().once(CLAIM, () -> wrote("one", Verdict.REFUSED));
        assertThat(written()).isEmpty();
        assertThat(inbox().once(CLAIM, () -> wrote("two", Verdict.DONE)))
                .isEqualTo(new Inbox.Kept(entry("one", Verdict.REFUSED), true));
    }

    @Test
    void keeps_nothing_of_an_effect_that_throws() throws Exception {
        assertThatThrownBy(
                        () ->
                                inbox().once(
                                                CLAIM,
                                                () -> {
                                                    write("one");
                                                    throw new IllegalStateException("broken");
                                                }))
                .hasMessage("broken");
        assertThat(written()).isEmpty();
        assertThat(inbox().once(CLAIM, () -> wrote("two", Verdict.DONE)).before()).isFalse();
        assertThat(written()).containsExactly("two");
    }

    @Test
    void who_claims_the_same_id_waits_and_gets_what_the_first_kept() throws Exception {
        Inbox inbox = inbox();
        whileAnEffectRuns(
                () -> wrote("one", Verdict.DONE),
                () -> inbox.once(CLAIM, () -> wrote("two", Verdict.DONE)),
                second ->
                        assertThat(second)
                                .isEqualTo(new Inbox.Kept(entry("one", Verdict.DONE), true)));
        assertThat(written()).containsExactly("one");
    }

    @Test
    void who_claims_the_same_id_goes_ahead_when_the_first_fails() throws Exception {
        Inbox inbox = inbox();
        whileAnEffectRuns(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> inbox.once(CLAIM, () -> wrote("", Verdict.CANCELLED)),
                second ->
                        assertThat(second)
                                .isEqualTo(new Inbox.Kept(entry("", Verdict.CANCELLED), false)));
        assertThat(written()).isEmpty();
    }

    private void whileAnEffectRuns(
            Inbox.EffectOnce effect,
            Callable<Inbox.Kept> second,
            java.util.function.Consumer<Inbox.Kept> expected)
            throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Inbox inbox = inbox();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Inbox.Kept> first =
                    threads.submit(
                            () ->
                                    inbox.once(
                                            CLAIM,
                                            () -> {
                                                running.countDown();
                                                finish.await();
                                                return effect.run();
                                            }));
            running.await();
            Future<Inbox.Kept> other = threads.submit(second);
            assertThatThrownBy(() -> other.get(150, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            finish.countDown();
            expected.accept(other.get(10, TimeUnit.SECONDS));
            try {
                first.get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasRootCauseMessage("broken");
            }
        }
    }

    private Entry wrote(String what, Verdict verdict) {
        if (!what.isEmpty()) {
            write(what);
        }
        return entry(what, verdict);
    }

    private static Entry entry(String what, Verdict verdict) {
        return new Entry(CLAIM, verdict, "{\"what\":\"" + what + "\"}", AT);
    }
}
