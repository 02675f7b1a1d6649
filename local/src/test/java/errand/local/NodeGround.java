package errand.local;

import static org.awaitility.Awaitility.await;

import errand.embedded.EmbeddedBroker;
import errand.embedded.PostgresServer;
import errand.embedded.registry.RegistryServer;
import errand.local.log.Replied;
import errand.local.log.Settled.Addresses;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicNames;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The agent in Node with a broker, a registry and a PostgreSQL, and nobody who plans. */
record NodeGround(Addresses where, List<AutoCloseable> open) implements AutoCloseable {

    private static final String TASKS = Topics.taskRequests("press");

    static NodeGround start(Path data) throws Exception {
        var broker = EmbeddedBroker.start(data.resolve("kafka"));
        var registry = RegistryServer.start(broker.bootstrapServers(), 0);
        var postgres = PostgresServer.start(data.resolve("postgres"));
        var where =
                new Addresses(
                        broker.bootstrapServers(), registry.url(), "127.0.0.1:" + postgres.port());
        prepare(where);
        return new NodeGround(where, List.of(broker, registry, postgres, NodeAgent.start(where)));
    }

    /** What an orchestrator would have made. */
    private static void prepare(Addresses where) {
        var topics = new ArrayList<>(Topics.shared());
        topics.add(Topics.ofAgent("planner"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", where.broker()))) {
            new TopicCatalog(admin, TopicOptions.defaults()).ensure(topics);
        }
        new SchemaRegistration(new SchemaRegistry(where.registry()), new TopicNames(""))
                .register(topics);
    }

    List<ConsumerRecord<String, SpecificRecord>> directory() {
        return Replied.records(Topics.DIRECTORY, where.broker(), where.registry());
    }

    void send(String key, SpecificRecord record) throws Exception {
        try (var producer =
                new KafkaProducer<String, SpecificRecord>(
                        Map.of(
                                "bootstrap.servers", where.broker(),
                                "schema.registry.url", where.registry(),
                                "key.serializer", StringSerializer.class.getName(),
                                "value.serializer", AvroSerializer.class.getName()))) {
            producer.send(new ProducerRecord<>(TASKS, key, record)).get();
        }
    }

    void sendBytes(byte[] value) throws Exception {
        try (var producer =
                new KafkaProducer<String, byte[]>(
                        Map.of(
                                "bootstrap.servers", where.broker(),
                                "key.serializer", StringSerializer.class.getName(),
                                "value.serializer", ByteArraySerializer.class.getName()))) {
            producer.send(new ProducerRecord<>(TASKS, "t", value)).get();
        }
    }

    /** The reply to a task that came so-manieth, from 1. */
    Replied.Reply reply(String taskId, int number) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Replied.by("press", where.broker(), where.registry()).stream()
                                        .filter(reply -> reply.taskId().equals(taskId))
                                        .toList(),
                        replies -> replies.size() >= number)
                .get(number - 1);
    }

    /** How many of its tasks were put aside. */
    long deadLetters() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", where.broker()))) {
            var partition = new TopicPartition(Topics.deadLetters(TASKS), 0);
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }
}
