package errand.runtime.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one instance of an agent works.
 *
 * @param concurrency tasks that run at the same time, at most
 * @param partitions of the agent's task topic when it is created. One is right for a few instances:
 *     a share group hands the records of one partition to any number of workers, while with several
 *     each worker sees some of them only (docs/decisions/0004-share-groups.md)
 * @param lock how long the broker keeps a task for whoever took it; longer tasks renew it
 * @param deliveries how often a task is delivered at most; before the last it is given up
 * @param announceEvery how often the agent says that it is here
 * @param stopWithin how long running tasks may take to finish when the agent stops
 * @param breaking when calls of a capability are refused at once because it fails or is slow
 */
@ConfigurationProperties("errand.agent")
public record AgentSettings(
        @DefaultValue("16") int concurrency,
        @DefaultValue("1") int partitions,
        @DefaultValue("15s") Duration lock,
        @DefaultValue("10") int deliveries,
        @DefaultValue("15s") Duration announceEvery,
        @DefaultValue("10s") Duration stopWithin,
        @DefaultValue Breaking breaking) {

    /**
     * When a capability is left alone for a while ({@code errand.agent.breaking.*}).
     *
     * @param calls the last calls that count; with fewer than half as many nothing happens
     * @param failures per cent of them that fail, from which on it rests
     * @param slow an answer that takes longer is slow; when four of five are, it rests as well
     * @param rest how long it rests before a few calls may try
     */
    public record Breaking(
            @DefaultValue("20") int calls,
            @DefaultValue("50") int failures,
            @DefaultValue("10s") Duration slow,
            @DefaultValue("10s") Duration rest) {

        public Breaking {
            atLeast("breaking.calls", calls, 2);
            atLeast("breaking.failures", failures, 1);
        }
    }

    public AgentSettings {
        atLeast("concurrency", concurrency, 1);
        atLeast("partitions", partitions, 1);
        atLeast("deliveries", deliveries, 2);
    }

    public static AgentSettings defaults() {
        return new AgentSettings(
                16,
                1,
                Duration.ofSeconds(15),
                10,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                new Breaking(20, 50, Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }

    public AgentSettings concurrency(int concurrency) {
        return new AgentSettings(
                concurrency, partitions, lock, deliveries, announceEvery, stopWithin, breaking);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "errand.agent.%s is %d; at least %d is possible."
                            .formatted(name, value, least));
        }
    }
}
