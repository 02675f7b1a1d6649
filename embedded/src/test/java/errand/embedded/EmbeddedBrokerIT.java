package errand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class EmbeddedBrokerIT {

    @TempDir Path data;

    @Test
    void keeps_its_topics_when_it_is_closed_and_started_again_on_another_port() throws Exception {
        try (var broker = EmbeddedBroker.start(data);
                var admin = admin(broker)) {
            admin.createTopics(
                            List.of(new NewTopic("kept", Optional.of(3), Optional.of((short) 1))))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (var broker = EmbeddedBroker.start(data);
                var admin = admin(broker)) {
            var topics = admin.describeTopics(List.of("kept")).allTopicNames();
            assertThat(topics.get(20, TimeUnit.SECONDS))
                    .hasEntrySatisfying("kept", topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
