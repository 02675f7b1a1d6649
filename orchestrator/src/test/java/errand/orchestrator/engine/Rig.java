package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.events.TaskCancelled;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.facts.PlanClosed;
import errand.orchestrator.conversation.Core;
import errand.runtime.moments.Moments;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An installation of its own on a real broker: engines, a fake agent, a reader of events. */
final class Rig implements AutoCloseable {

    final TopicNames names;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<EngineLifecycle> engines = new ArrayList<>();

    private final String bootstrap;
    private final String registryUrl;
    private final SchemaRegistry registry;
    private final AvroSerializer serializer;
    private final AvroDeserializer deserializer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<AutoCloseable> more = new ArrayList<>();

    Rig(String bootstrap, String registryUrl, String prefix) {
        this.bootstrap = bootstrap;
        this.registryUrl = registryUrl;
        this.registry = new SchemaRegistry(registryUrl);
        this.serializer = new AvroSerializer(registry);
        this.deserializer = new AvroDeserializer(registry);
        this.names = new TopicNames(prefix);
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    static EngineSettings settings(Duration leaveAfter, Duration forgetAfter, String guarantee) {
        return new EngineSettings(
                guarantee,
                2,
                Duration.ofMillis(100),
                leaveAfter,
                forgetAfter,
                50_000,
                forgetAfter,
                Duration.ofMillis(50),
                100,
                16,
                1_000_000);
    }

    EngineLifecycle engine() {
        return engine(EngineSettings.defaults(), Clock.systemUTC(), Moments.none());
    }

    EngineLifecycle engine(EngineSettings settings, Clock clock, Moments moments) {
        KafkaSettings kafka = KafkaSettings.at(bootstrap);
        TopicSettings topics = new TopicSettings(names.prefix(), (short) 1, 4, true);
        Commits commits = new Commits(moments, Clock.systemUTC());
        EngineMetrics metrics = new EngineMetrics();
        metrics.in(meters);
        EngineLifecycle engine =
                new EngineLifecycle(
                        kafka,
                        topics,
                        new SharedTopics(kafka, topics, new SchemaRegistry(registryUrl)),
                        settings,
                        temporary(),
                        (destinations, admin) ->
                                new EngineParts(
                                        settings,
                                        names,
                                        () ->
                                                new Turns(
                                                        new Core(new FixedDocuments()),
                                                        deserializer,
                                                        new Outputs(
                                                                names,
                                                                serializer,
                                                                destinations,
                                                                1_000_000),
                                                        !settings.exactlyOnce()),
                                        serializer,
                                        commits,
                                        metrics,
                                        ViewProgress.EVERYTHING,
                                        clock,
                                        Clock.systemUTC()));
        engines.add(engine);
        engine.start();
        await(() -> engine.problem() == null, "engine runs");
        return engine;
    }

    private static java.nio.file.Path temporary() {
        try {
            return Files.createTempDirectory("errand-engine-it");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String key, SpecificRecord record) {
        sendRaw(key, java.util.Objects.requireNonNull(serializer.serialize(names.inbox(), record)));
    }

    void sendRaw(String key, byte[] value) {
        producer.send(new ProducerRecord<>(names.inbox(), key, value));
    }

    void submit(String conversation, String plan) {
        send(
                conversation,
                Plans.submitted(conversation, Plans.fourSteps(plan), Instant.now(), null));
    }

    /** Answers every task at once. */
    void agent() {
        Reader tasks = new Reader(names.taskRequests("bench"));
        more.add(tasks);
        tasks.onRecord(
                record -> {
                    SpecificRecord task = deserializer.deserialize(record.topic(), record.value());
                    if (task instanceof TaskRequested t) {
                        send(
                                t.getConversationId(),
                                new TaskSucceeded(
                                        "r/" + t.getTaskId() + "/" + t.getAttempt(),
                                        Instant.now(),
                                        t.getConversationId(),
                                        t.getTaskId(),
                                        "bench",
                                        "{}"));
                    } else if (task instanceof TaskCancelled t) {
                        send(
                                t.getConversationId(),
                                new TaskRefused(
                                        "r/" + t.getTaskId() + "/cancel",
                                        Instant.now(),
                                        t.getConversationId(),
                                        t.getTaskId(),
                                        "bench",
                                        new errand.common.Failure(
                                                errand.common.FailureKind.CANCELLED,
                                                "CANCELLED",
                                                "never will",
                                                null)));
                    }
                });
    }

    /** Everything on a topic from its beginning, as it comes. */
    Reader read(String topic) {
        Reader reader = new Reader(topic);
        more.add(reader);
        reader.onRecord(record -> {});
        return reader;
    }

    Object decode(ConsumerRecord<String, byte[]> record) {
        return java.util.Objects.requireNonNull(
                deserializer.deserialize(record.topic(), record.value()));
    }

    /** Events by conversation, numbers dropped that were seen; repeats must be the same bytes. */
    Map<String, List<ConversationAdvanced>> events(Reader events) {
        Map<String, List<ConversationAdvanced>> all = new HashMap<>();
        Map<String, byte[]> seen = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : events.records()) {
            ConversationAdvanced event = (ConversationAdvanced) decode(record);
            byte[] before = seen.putIfAbsent(record.key() + "/" + event.getSeq(), record.value());
            if (before == null) {
                List<ConversationAdvanced> own =
                        all.computeIfAbsent(record.key(), _ -> new ArrayList<>());
                own.add(event);
                assertThat(event.getSeq()).isEqualTo(own.getFirst().getSeq() + own.size() - 1);
            } else {
                assertThat(record.value()).isEqualTo(before);
            }
        }
        return all;
    }

    List<PlanClosed> closed(Reader events) {
        return events(events).values().stream()
                .flatMap(List::stream)
                .flatMap(event -> event.getEvents().stream())
                .filter(PlanClosed.class::isInstance)
                .map(PlanClosed.class::cast)
                .toList();
    }

    static void await(BooleanSupplier condition, String what) {
        await(condition, what, Duration.ofSeconds(30));
    }

    static void await(BooleanSupplier condition, String what, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() throws Exception {
        for (EngineLifecycle engine : engines) {
            engine.stop();
        }
        for (AutoCloseable one : more) {
            one.close();
        }
        producer.close(Duration.ofSeconds(1));
    }

    /** Reads one topic on a thread of its own. */
    final class Reader implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        private final String topic;
        private Thread thread = new Thread(() -> {});

        Reader(String topic) {
            this.topic = topic;
            this.consumer =
                    new KafkaConsumer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    bootstrap,
                                    "auto.offset.reset",
                                    "earliest",
                                    "enable.auto.commit",
                                    "false"),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
        }

        void onRecord(java.util.function.Consumer<ConsumerRecord<String, byte[]>> use) {
            thread = Thread.ofPlatform().daemon().start(() -> run(use));
        }

        private void run(java.util.function.Consumer<ConsumerRecord<String, byte[]>> use) {
            try (consumer) {
                while (consumer.partitionsFor(topic).isEmpty()) {
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
                var all =
                        consumer.partitionsFor(topic).stream()
                                .map(
                                        one ->
                                                new org.apache.kafka.common.TopicPartition(
                                                        topic, one.partition()))
                                .toList();
                consumer.assign(all);
                consumer.seekToBeginning(all);
                while (true) {
                    for (ConsumerRecord<String, byte[]> record :
                            consumer.poll(Duration.ofMillis(100))) {
                        synchronized (records) {
                            records.add(record);
                        }
                        use.accept(record);
                    }
                }
            } catch (WakeupException closed) {
                // as asked
            }
        }

        List<ConsumerRecord<String, byte[]>> records() {
            synchronized (records) {
                return List.copyOf(records);
            }
        }

        @Override
        public void close() throws InterruptedException {
            consumer.wakeup();
            thread.join(2_000);
        }
    }

    Reader events() {
        return read(names.of(Topics.EVENTS));
    }
}
