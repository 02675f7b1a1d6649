package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.EmbeddedBroker;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Share consumers without a broker would take every processor, so they end, and come back. */
class BrokerAwayIT extends ProbeOnKafka {

    private static final long SLOW_MS = 12_000;

    @Test
    void lanes_end_while_the_broker_is_away_and_come_back_with_it() throws Exception {
        start(four);
        AgentOnKafka running = Objects.requireNonNull(agent);
        ask("noop.read", "before", "{}");
        platform.reply(id("before"));

        ask("sleep.read", "slow", "{\"ms\":%d}".formatted(SLOW_MS));
        Platform.await(() -> runs() == 1, "a task to be under way");
        long began = System.nanoTime();

        platform.broker.close();
        Platform.await(() -> !running.isConsuming(), "the lanes to end");
        assertThat(millisSince(began)).as("until the busy one ended, too").isLessThan(SLOW_MS);
        try (var again =
                EmbeddedBroker.start(
                        folder.resolve("kafka"), platform.broker.port(), Platform.BROKER)) {
            Platform.await(running::isConsuming, "lanes on " + again.bootstrapServers());
            ask("noop.read", "after", "{}");
            platform.reply(id("after"));
            platform.reply(id("slow"));
            running.stop();
            agent = null;
        }
    }
}
