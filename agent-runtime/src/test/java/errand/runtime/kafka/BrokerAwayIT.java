package errand.runtime.kafka;

import errand.embedded.EmbeddedBroker;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Share consumers without a broker would take every processor, so they end, and come back. */
class BrokerAwayIT extends ProbeOnKafka {

    @Test
    void lanes_end_while_the_broker_is_away_and_come_back_with_it() throws Exception {
        start(four);
        AgentOnKafka running = Objects.requireNonNull(agent);
        ask("noop.read", "before", "{}");
        platform.reply(id("before"));

        platform.broker.close();
        Platform.await(() -> !running.isConsuming(), "the lanes to end");
        try (var again =
                EmbeddedBroker.start(
                        folder.resolve("kafka"), platform.broker.port(), Platform.BROKER)) {
            Platform.await(running::isConsuming, "lanes on " + again.bootstrapServers());
            ask("noop.read", "after", "{}");
            platform.reply(id("after"));
            running.stop();
            agent = null;
        }
    }
}
