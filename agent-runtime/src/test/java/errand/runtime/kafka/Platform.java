package errand.runtime.kafka;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Agent;
import errand.embedded.EmbeddedBroker;
import errand.embedded.FreePort;
import errand.embedded.PostgresServer;
import errand.embedded.registry.RegistryServer;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.runtime.measure.TaskMetrics;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.settings.AgentSettings;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.runtime.settings.TopicSettings;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.Migrations;
import errand.runtime.work.PostgresInbox;
import errand.runtime.work.TaskWork;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicNames;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Real broker, registry and PostgreSQL, and whoever asks tasks and reads the replies. */
final class Platform implements AutoCloseable {

    /** One reply as it came. */
    record Came(SpecificRecord record, ConsumerRecord<byte[], byte[]> raw, long nanos) {}

    static final Map<String, String> BROKER =
            Map.of("group.share.min.record.lock.duration.ms", "1000");

    final EmbeddedBroker broker;
    final RegistryServer registry;
    final PostgresServer postgres;
    final KafkaSettings kafka;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ConcurrentMap<String, List<Came>> replies = new ConcurrentHashMap<>();
    private final Outbound outbound;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    Platform(Path folder) throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), FreePort.any(), BROKER);
        registry = RegistryServer.start(broker.bootstrapServers(), FreePort.any());
        postgres = PostgresServer.start(folder.resolve("pg"));
        kafka = KafkaSettings.at(broker.bootstrapServers());
        SchemaRegistry client = new SchemaRegistry(registry.url());
        try (Admin admin = Admin.create(kafka.admin(Map.of()))) {
            new TopicCatalog(admin, TopicOptions.defaults())
                    .ensure(Topics.withDeadLetters(Topics.shared()));
        }
        new SchemaRegistration(client, new TopicNames("")).register(Topics.shared());
        outbound = new Outbound(kafka, new AvroSerializer(client), new TopicNames(""), "asker");
        reader = Thread.ofPlatform().start(() -> readReplies(new AvroDeserializer(client)));
    }

    AgentOnKafka agent(Agent probe, AgentSettings settings) {
        return agent(probe, settings, Moments.none());
    }

    private TaskWork work(Agent probe, Moments moments, EndedPlans ended) {
        JsonSchemas schemas = new JsonSchemas();
        CapabilityTable table = new CapabilityTable(probe.capabilities(), schemas);
        HikariDataSource data = database(table.agent());
        return TaskWork.of(
                table,
                schemas,
                new PostgresInbox(data, new JdbcTransactionManager(data)),
                Clock.systemUTC(),
                moments,
                ended);
    }

    /** What stands behind the lanes, alone. */
    Attendant attendant(Agent probe) {
        TaskMetrics metrics = new TaskMetrics(meters, "attendant");
        return new Attendant(
                work(probe, Moments.none(), new EndedPlans(Duration.ofHours(1))),
                deserializer(),
                outbound,
                new DeadLetters(outbound, metrics),
                new RunningReads(),
                metrics,
                Moments.none(),
                Clock.systemUTC(),
                10);
    }

    /** How many members of a share group have been told what they may fetch. */
    long fetching(String group) {
        try (Admin admin = Admin.create(kafka.admin(Map.of()))) {
            var described = admin.describeShareGroups(List.of(group)).describedGroups().get(group);
            return Objects.requireNonNull(described).get().members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException e) {
            return 0; // nobody has joined yet
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record as the broker would deliver it for the given time. */
    ConsumerRecord<byte[], byte[]> delivered(String topic, SpecificRecord task, int count) {
        byte[] value =
                new AvroSerializer(new SchemaRegistry(registry.url())).serialize(topic, task);
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                value,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty(),
                java.util.Optional.of((short) count));
    }

    AgentOnKafka agent(Agent probe, AgentSettings settings, Moments moments) {
        EndedPlans ended = new EndedPlans(Duration.ofHours(1));
        TaskWork work = work(probe, moments, ended);
        return new AgentOnKafka(
                kafka,
                TopicSettings.defaults(),
                new RegistrySettings(registry.url()),
                settings,
                work,
                ended,
                new TaskMetrics(meters, work.table().agent()),
                moments,
                Clock.systemUTC());
    }

    synchronized HikariDataSource database(String agent) {
        for (HikariDataSource pool : pools) {
            if (agent.equals(pool.getSchema())) {
                return pool;
            }
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(postgres.username());
        config.setPassword(postgres.password());
        config.setSchema(agent);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        HikariDataSource data = new HikariDataSource(config);
        pools.add(data);
        Migrations.migrate(data, agent);
        JdbcClient.create(data).sql("create table if not exists notes (text text)").update();
        return data;
    }

    List<String> notes(String agent) {
        return JdbcClient.create(database(agent))
                .sql("select text from notes")
                .query(String.class)
                .list();
    }

    void send(String topic, String key, SpecificRecord record) {
        outbound.send(topic, key, record);
    }

    Outbound outbound() {
        return outbound;
    }

    /** The first reply to a task. */
    Came reply(String taskId) {
        await(() -> !repliesTo(taskId).isEmpty(), "a reply to " + taskId);
        return repliesTo(taskId).getFirst();
    }

    List<Came> repliesTo(String taskId) {
        return replies.getOrDefault(taskId, List.of());
    }

    static void await(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Waited 30 s for " + what);
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything on a topic now. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    AvroDeserializer deserializer() {
        return new AvroDeserializer(new SchemaRegistry(registry.url()));
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        kafka.consumer(Map.of("enable.auto.commit", "false")),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    private void readReplies(AvroDeserializer deserializer) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Topics.INBOX)) {
            while (!closed) {
                for (var raw : consumer.poll(Duration.ofMillis(200))) {
                    SpecificRecord record =
                            Objects.requireNonNull(
                                    deserializer.deserialize(raw.topic(), raw.value()));
                    replies.computeIfAbsent(
                                    taskId(record),
                                    id -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add(new Came(record, raw, System.nanoTime()));
                }
            }
        }
    }

    private static String taskId(SpecificRecord record) {
        return switch (record) {
            case TaskSucceeded done -> done.getTaskId();
            case TaskRefused refused -> refused.getTaskId();
            case TaskFailed failed -> failed.getTaskId();
            default -> "?";
        };
    }

    @Override
    public void close() throws Exception {
        closed = true;
        reader.join();
        outbound.close();
        pools.forEach(HikariDataSource::close);
        registry.close();
        broker.close();
        postgres.close();
    }
}
