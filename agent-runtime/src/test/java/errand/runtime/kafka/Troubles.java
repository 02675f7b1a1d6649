package errand.runtime.kafka;

import errand.embedded.RecordLimit;
import errand.runtime.settings.AgentSettings;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Instances of one agent in trouble, what is sent to them, and what is counted. */
final class Troubles implements AutoCloseable {

    final List<AgentOnKafka> agents = new ArrayList<>();
    private final Asker asker;
    private final Platform platform;
    private final String name;

    Troubles(Asker asker) {
        this.asker = asker;
        this.platform = asker.platform();
        this.name = asker.agent();
    }

    Troublemaker trouble(long sleepMillis, Runnable afterPaying) {
        return new Troublemaker(name, platform.database(name), sleepMillis, afterPaying);
    }

    Troublemaker start(long sleepMillis) {
        return start(sleepMillis, Duration.ofMillis(1_500), Duration.ofSeconds(10));
    }

    Troublemaker start(long sleepMillis, Duration lock, Duration stopWithin) {
        Troublemaker business = trouble(sleepMillis, () -> {});
        AgentOnKafka agent = platform.agent(business, four(lock, stopWithin));
        agents.add(agent);
        try {
            agent.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return business;
    }

    static AgentSettings four(Duration lock) {
        return four(lock, Duration.ofSeconds(10));
    }

    private static AgentSettings four(Duration lock, Duration stopWithin) {
        AgentSettings usual = AgentSettings.defaults();
        return new AgentSettings(
                4, 1, lock, 10, Duration.ofSeconds(15), stopWithin, usual.breaking());
    }

    /** Asks with a size, and says which bytes were sent. */
    byte[] ask(String capability, String step, int chars) {
        var task = asker.asked(capability, step, "{\"chars\":%d}".formatted(chars));
        platform.send(Topics.taskRequests(name), asker.id(step), task);
        return Objects.requireNonNull(
                new AvroSerializer(new SchemaRegistry(platform.registry.url()))
                        .serialize(Topics.taskRequests(name), task));
    }

    void raw(String key, byte[] value) {
        platform.outbound()
                .send(new ProducerRecord<>(Topics.taskRequests(name), Trail.bytes(key), value))
                .join();
    }

    /** Makes a topic refuse larger records. */
    void limit(String topic, int bytes) throws Exception {
        RecordLimit.set(platform.broker.bootstrapServers(), topic, bytes);
    }

    static String header(ConsumerRecord<byte[], byte[]> dead, String name) {
        return Objects.requireNonNullElse(Trail.text(dead.headers(), name), "none");
    }

    double count(String meter) {
        return platform.meters.get(meter).tag("agent", name).counter().count();
    }

    double outcomes(String capability, String outcome) {
        return platform
                .meters
                .find("errand.tasks")
                .tag("agent", name)
                .tag("capability", name + "." + capability)
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() throws Exception {
        for (AgentOnKafka agent : agents) {
            agent.stop();
        }
    }
}
