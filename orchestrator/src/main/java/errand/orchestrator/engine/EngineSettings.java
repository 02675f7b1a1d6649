package errand.orchestrator.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs.
 *
 * @param guarantee {@code at_least_once}, which is enough because the core is deterministic, or
 *     {@code exactly_once_v2}
 * @param threads stream threads of this instance; 0, the default, is one for each two processors:
 *     with more, each has less to do at once, and hops take longer
 * @param commitEvery how often offsets are committed
 * @param leaveAfter how long an idle conversation keeps its outputs for re-sending
 * @param forgetAfter how long an idle conversation is remembered
 * @param rememberAtMost so many idle conversations of a partition are remembered that long; beyond,
 *     the oldest are forgotten earlier, though not before {@code lateWrites}
 * @param lateWrites how late a write may arrive of an instance that was paused or cut off while
 *     another took over: longer than brokers keep an idle connection ({@code
 *     connections.max.idle.ms}, 10 minutes unless said) and than producers try ({@code
 *     delivery.timeout.ms}). The changelog keeps superseded records that long, so a restart reads
 *     what was written meanwhile
 * @param timersEvery how often timers are looked at
 * @param timersAtOnce at most so many timers of a partition fall due per look
 * @param ring uncommitted inputs of one conversation after which a commit is asked for
 * @param largestOutput bytes of the largest record that topics take
 */
@ConfigurationProperties("errand.engine")
public record EngineSettings(
        @DefaultValue("at_least_once") String guarantee,
        @DefaultValue("0") int threads,
        @DefaultValue("100ms") Duration commitEvery,
        @DefaultValue("5s") Duration leaveAfter,
        @DefaultValue("1h") Duration forgetAfter,
        @DefaultValue("10000") int rememberAtMost,
        @DefaultValue("15m") Duration lateWrites,
        @DefaultValue("50ms") Duration timersEvery,
        @DefaultValue("100") int timersAtOnce,
        @DefaultValue("16") int ring,
        @DefaultValue("1000000") int largestOutput) {

    static final String AT_LEAST_ONCE = "at_least_once";
    static final String EXACTLY_ONCE = "exactly_once_v2";

    public EngineSettings {
        if (!guarantee.equals(AT_LEAST_ONCE) && !guarantee.equals(EXACTLY_ONCE)) {
            throw new IllegalArgumentException(
                    "errand.engine.guarantee is '%s'; possible are %s and %s."
                            .formatted(guarantee, AT_LEAST_ONCE, EXACTLY_ONCE));
        }
        if (threads < 0) {
            throw new IllegalArgumentException(
                    "errand.engine.threads is %d; possible are 1 and more, or 0 for one for each two processors."
                            .formatted(threads));
        }
        if (threads == 0) {
            threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        }
        notBefore("forget-after", forgetAfter, "leave-after", leaveAfter);
        notBefore("forget-after", forgetAfter, "late-writes", lateWrites);
        if (rememberAtMost < 0) {
            throw new IllegalArgumentException(
                    "errand.engine.remember-at-most is %d; possible are 0 and more."
                            .formatted(rememberAtMost));
        }
    }

    private static void notBefore(String name, Duration later, String other, Duration earlier) {
        if (later.compareTo(earlier) < 0) {
            throw new IllegalArgumentException(
                    "errand.engine.%s is %s, shorter than errand.engine.%s (%s); it must be as long at least."
                            .formatted(name, later, other, earlier));
        }
    }

    public static EngineSettings defaults() {
        return new EngineSettings(
                AT_LEAST_ONCE,
                0,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                10_000,
                Duration.ofMinutes(15),
                Duration.ofMillis(50),
                100,
                16,
                1_000_000);
    }

    boolean exactlyOnce() {
        return guarantee.equals(EXACTLY_ONCE);
    }
}
