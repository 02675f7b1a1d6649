package errand.runtime.work;

import errand.agent.TransientFailure;
import errand.runtime.settings.AgentSettings.Breaking;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker for each capability, around its business: after many failures or slow answers
 * it refuses at once for a while, and then lets a few calls try. A refusal of the business is an
 * answer like any other; an undo is never held up.
 */
public final class Breakers {

    /** How a capability is doing, as the directory tells it. */
    public enum State {
        UP,
        /** Refuses at once. */
        OPEN,
        /** Lets a few calls try. */
        PROBING
    }

    private static final int SLOW_PER_CENT = 80;
    private static final int PROBES = 3;

    private final @Nullable Breaking settings;
    private final Clock clock;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, State> listener = (capability, state) -> {};

    private Breakers(@Nullable Breaking settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** On the system's clock: a business rests in real time, whatever the business clock says. */
    public static Breakers of(Breaking settings) {
        return of(settings, Clock.systemUTC());
    }

    static Breakers of(Breaking settings, Clock clock) {
        return new Breakers(settings, clock);
    }

    /** Never opens: for tests and the simulation. */
    public static Breakers none() {
        return new Breakers(null, Clock.systemUTC());
    }

    /** Hears of every change of state; quick, and called by whoever caused it. */
    public void listen(BiConsumer<String, State> onChange) {
        listener = onChange;
    }

    public State state(String capability) {
        return Optional.ofNullable(breakers.get(capability)).map(Breakers::state).orElse(State.UP);
    }

    private static State state(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.PROBING;
            case CLOSED, DISABLED, METRICS_ONLY -> State.UP;
        };
    }

    <T> T call(String capability, boolean undo, Callable<T> work) throws Exception {
        if (settings == null || undo) {
            return work.call();
        }
        CircuitBreaker breaker = breakers.computeIfAbsent(capability, this::breaker);
        if (!breaker.tryAcquirePermission()) {
            throw Rejected.unavailable(
                    "CIRCUIT_OPEN",
                    "'%s' failed or was slow too often and rests for a while. Nothing was done."
                            .formatted(capability),
                    null);
        }
        return measured(breaker, work);
    }

    private static <T> T measured(CircuitBreaker breaker, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        try {
            T result = work.call();
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            return result;
        } catch (Exception e) {
            if (countsAgainst(e)) {
                breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            } else {
                breaker.releasePermission();
            }
            throw e;
        } catch (Error e) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** Faults of the business; not of a task, nor of a process that stops. */
    private static boolean countsAgainst(Exception e) {
        return e instanceof TransientFailure
                || !(e instanceof Rejected
                        || e instanceof InterruptedException
                        || Thread.currentThread().isInterrupted());
    }

    private CircuitBreaker breaker(String capability) {
        Breaking when = Objects.requireNonNull(settings);
        CircuitBreaker breaker =
                CircuitBreaker.of(
                        capability,
                        CircuitBreakerConfig.custom()
                                .slidingWindow(
                                        when.calls(),
                                        Math.max(1, when.calls() / 2),
                                        SlidingWindowType.COUNT_BASED)
                                .failureRateThreshold(when.failures())
                                .slowCallDurationThreshold(when.slow())
                                .slowCallRateThreshold(SLOW_PER_CENT)
                                .waitDurationInOpenState(when.rest())
                                .permittedNumberOfCallsInHalfOpenState(PROBES)
                                .clock(clock)
                                .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> listener.accept(capability, state(breaker)));
        return breaker;
    }
}
