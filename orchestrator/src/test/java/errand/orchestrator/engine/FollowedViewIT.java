package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.EmbeddedBroker;
import errand.embedded.FreePort;
import errand.runtime.moments.Moments;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the view on a real broker: too little rather than too much. */
@Tag("integration")
@Timeout(60)
class FollowedViewIT {

    private static final String EVENTS = "conversation.events";
    private static final String GROUP = "errand-view";
    private static final TopicPartition INBOX = new TopicPartition("conversation.inbox", 0);

    @TempDir private static Path data;

    /** The events topic, and how far the view's group has come. */
    private record Log(Admin admin, KafkaProducer<String, String> producer) {

        void happened(int partition, int events) throws Exception {
            for (int i = 0; i < events; i++) {
                producer.send(new ProducerRecord<>(EVENTS, partition, "c", "e")).get();
            }
        }

        void folded(int partition, long to) throws Exception {
            var place = new TopicPartition(EVENTS, partition);
            admin.alterConsumerGroupOffsets(GROUP, Map.of(place, new OffsetAndMetadata(to)))
                    .all()
                    .get();
        }
    }

    @Test
    void an_input_counts_once_the_view_is_past_what_followed_from_it() throws Exception {
        try (var broker = EmbeddedBroker.start(data, FreePort.any(), Map.of())) {
            Map<String, Object> at = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(at);
                    var producer =
                            new KafkaProducer<>(
                                    at, new StringSerializer(), new StringSerializer())) {
                admin.createTopics(List.of(new NewTopic(EVENTS, 2, (short) 1))).all().get();
                follows(new Log(admin, producer));
            }
        }
    }

    private static void follows(Log log) throws Exception {
        Commits commits = new Commits(Moments.none(), Clock.systemUTC());
        try (var view = new FollowedView(log.admin(), EVENTS, GROUP, commits)) {
            view.compare();
            assertThat(view.below(INBOX)).as("nothing is known").isZero();

            log.happened(0, 3);
            log.happened(1, 1);
            commits.committed(Map.of(INBOX, new OffsetAndMetadata(10)));
            view.compare(); // the first mark was of an empty log
            log.folded(0, 3);
            looks(view, 3);
            assertThat(view.below(INBOX)).as("an event of partition 1 is not folded").isZero();

            log.folded(1, 1);
            view.compare();
            assertThat(view.below(INBOX)).as("it counts one look later").isZero();
            commits.committed(Map.of(INBOX, new OffsetAndMetadata(25)));
            log.happened(1, 1);
            looks(view, 3);
            assertThat(view.below(INBOX)).as("what is behind the view's place").isEqualTo(10);

            log.folded(1, 2);
            looks(view, 3);
            assertThat(view.below(INBOX)).isEqualTo(25);

            log.folded(1, 0);
            view.compare();
            assertThat(view.below(INBOX)).as("the view is built anew").isZero();
        }
    }

    private static void looks(FollowedView view, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            view.compare();
        }
    }
}
