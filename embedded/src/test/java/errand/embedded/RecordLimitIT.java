package errand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class RecordLimitIT {

    @TempDir Path data;

    @Test
    void it_holds_when_set_returns_and_asking_for_it_leaves_nothing_in_the_topic()
            throws Exception {
        try (var broker = EmbeddedBroker.start(data);
                var admin = Admin.create(at(broker));
                var producer =
                        new KafkaProducer<>(
                                at(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            var topic = new NewTopic("limited", Optional.of(1), Optional.of((short) 1));
            admin.createTopics(List.of(topic)).all().get();
            var record = new ProducerRecord<byte[], byte[]>("limited", new byte[100_000]);
            for (int i = 0; i < 10; i++) {
                RecordLimit.set(broker.bootstrapServers(), "limited", 50_000);
                assertThatThrownBy(() -> producer.send(record).get())
                        .hasCauseInstanceOf(RecordTooLargeException.class);
                RecordLimit.set(broker.bootstrapServers(), "limited", 200_000);
                assertThat(producer.send(record).get().offset()).isEqualTo(i);
            }
            var partition = new TopicPartition("limited", 0);
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
            assertThat(end.partitionResult(partition).get().offset()).isEqualTo(10);
        }
    }

    private static Map<String, Object> at(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
