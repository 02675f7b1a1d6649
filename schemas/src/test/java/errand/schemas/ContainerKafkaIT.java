package errand.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.registry.RegistryServer;
import errand.events.TaskCancelled;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Catalogue, wire format and queue on a broker that is not ours: a container of Apache Kafka. The
 * image is {@code errand.kafka.image}, or {@code ERRAND_KAFKA_IMAGE} of the environment.
 */
@Tag("docker")
class ContainerKafkaIT {

    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final String GROUP = "fliggy";
    private static final int MANY = 20;

    private static @Nullable TestAbortedException absent;
    private static @Nullable KafkaContainer kafka;
    private static @Nullable RegistryServer registry;

    @BeforeAll
    static void start() throws IOException {
        try {
            DockerClientFactory.instance().client();
        } catch (IllegalStateException none) {
            absent =
                    new TestAbortedException(
                            "no Docker engine: %s. How to start one: docs/guides/docker-by-hand.md"
                                    .formatted(none.getMessage()));
            return;
        }
        kafka = container();
        kafka.start();
        registry = RegistryServer.start(kafka.getBootstrapServers(), 0);
    }

    /** The share coordinator's topic wants three brokers unless told otherwise. */
    private static KafkaContainer container() {
        return new KafkaContainer(
                        DockerImageName.parse(image()).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS", "1")
                .withStartupTimeout(Duration.ofMinutes(3));
    }

    private static String image() {
        String ofEnvironment = System.getenv().getOrDefault("ERRAND_KAFKA_IMAGE", IMAGE);
        return System.getProperty("errand.kafka.image", ofEnvironment);
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
        if (kafka != null) {
            kafka.stop();
        }
    }

    /** In each test, because a class that is skipped as a whole leaves no trace in the report. */
    @BeforeEach
    void skipWithTheReason() {
        if (absent != null) {
            throw absent;
        }
    }

    @Test
    void tasks_go_through_a_queue_of_a_broker_in_a_container_and_a_released_one_comes_again()
            throws Exception {
        prepare();
        List<TaskCancelled> written =
                IntStream.range(0, MANY).mapToObj(ContainerKafkaIT::numbered).toList();
        write(written);
        List<ConsumerRecord<String, SpecificRecord>> delivered = consume();
        assertThat(delivered)
                .filteredOn(record -> count(record) == 1)
                .extracting(record -> (TaskCancelled) record.value())
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(delivered)
                .filteredOn(record -> count(record) == 2)
                .extracting(record -> (TaskCancelled) record.value())
                .containsExactly(written.getFirst());
        assertThat(delivered).hasSize(MANY + 1);
    }

    private static void prepare() throws Exception {
        Topic topic = Topics.ofAgent(GROUP);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            new TopicCatalog(admin, new TopicOptions("", 1, (short) 1, true))
                    .ensure(Topics.of(List.of(GROUP)));
            var fromTheStart = new ConfigEntry("share.auto.offset.reset", "earliest");
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.GROUP, GROUP),
                                    List.of(
                                            new AlterConfigOp(
                                                    fromTheStart, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        new SchemaRegistration(new SchemaRegistry(registryUrl()), new TopicNames(""))
                .register(topic);
    }

    private static TaskCancelled numbered(int number) {
        return new TaskCancelled(
                "p%d/book/do/1".formatted(number),
                "c_" + number,
                "p" + number,
                "fliggy.train.book",
                Instant.ofEpochMilli(1_795_000_000_000L + number),
                "the person changed their mind, 改主意了");
    }

    private static void write(List<TaskCancelled> tasks) throws Exception {
        Map<String, Object> settings =
                settings(
                        Map.of(
                                "key.serializer", StringSerializer.class.getName(),
                                "value.serializer", AvroSerializer.class.getName()));
        try (var producer = new KafkaProducer<String, SpecificRecord>(settings)) {
            for (TaskCancelled task : tasks) {
                producer.send(
                                new ProducerRecord<>(
                                        Topics.taskRequests(GROUP), task.getTaskId(), task))
                        .get();
            }
        }
    }

    /** Accepts all, but gives back the first the first time. */
    private static List<ConsumerRecord<String, SpecificRecord>> consume() {
        Map<String, Object> settings =
                settings(
                        Map.of(
                                "group.id",
                                GROUP,
                                "share.acknowledgement.mode",
                                "explicit",
                                "share.acquire.mode",
                                "record_limit",
                                "max.poll.records",
                                "4",
                                "key.deserializer",
                                StringDeserializer.class.getName(),
                                "value.deserializer",
                                AvroDeserializer.class.getName()));
        List<ConsumerRecord<String, SpecificRecord>> delivered = new ArrayList<>();
        try (var consumer = new KafkaShareConsumer<String, SpecificRecord>(settings)) {
            consumer.subscribe(List.of(Topics.taskRequests(GROUP)));
            Instant patience = Instant.now().plusSeconds(60);
            while (delivered.size() <= MANY && Instant.now().isBefore(patience)) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    boolean givenBack = record.offset() == 0 && count(record) == 1;
                    consumer.acknowledge(
                            record, givenBack ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT);
                    delivered.add(record);
                }
            }
            consumer.commitSync();
        }
        return delivered;
    }

    private static int count(ConsumerRecord<?, ?> record) {
        return record.deliveryCount().orElseThrow();
    }

    private static Map<String, Object> settings(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker());
        settings.put("schema.registry.url", registryUrl());
        return settings;
    }

    private static String broker() {
        if (kafka == null) {
            throw new IllegalStateException("There is no container.");
        }
        return kafka.getBootstrapServers();
    }

    private static String registryUrl() {
        if (registry == null) {
            throw new IllegalStateException("There is no registry.");
        }
        return registry.url();
    }
}
