package errand.bench.raw;

import errand.bench.load.Clients;
import errand.bench.load.Load;
import errand.bench.load.Tail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The bound: the eight hops and ten records of a plan on the same broker with nothing behind them
 * but {@link RawPair}. No system on Kafka that takes the same steps can be faster.
 */
public final class RawPlans implements Load {

    private final Clients clients;
    private final Producer<byte[], byte[]> producer;
    private final Process pair;
    private @Nullable Tail tail;

    public RawPlans(Clients clients, Admin admin) throws IOException, InterruptedException {
        this.clients = clients;
        create(admin);
        this.producer = clients.producer();
        this.pair = pair(clients.bootstrap());
    }

    private static void create(Admin admin) throws InterruptedException {
        try {
            admin.createTopics(
                            Stream.of(Raw.INBOX, Raw.TASKS, Raw.DONE)
                                    .map(name -> new NewTopic(name, Raw.PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
            TimeUnit.SECONDS.sleep(1); // until their leaders are known everywhere
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // left by an earlier run
                throw new IllegalStateException("Cannot create the topics of the raw bound", e);
            }
        }
    }

    private static Process pair(String bootstrap) throws IOException {
        Process pair =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlogback.configurationFile=errand/local/quiet.xml",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RawPair.class.getName(),
                                bootstrap)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said =
                new BufferedReader(
                        new InputStreamReader(pair.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The other end of the raw bound did not start.");
            }
        }
        return pair;
    }

    /** The other end's process. */
    public long pid() {
        return pair.pid();
    }

    @Override
    public void start(LongConsumer done) {
        tail =
                new Tail(
                        "raw-done",
                        clients.tail(Raw.DONE),
                        record -> done.accept(Raw.of(record.value()).number()));
    }

    @Override
    public void ask(long number) {
        Raw plan = new Raw(number, Raw.SUBMITTED);
        var _ = producer.send(new ProducerRecord<>(Raw.INBOX, plan.key(), plan.value()));
    }

    @Override
    public void close() {
        if (tail != null) {
            tail.close();
        }
        producer.close();
        pair.destroyForcibly();
    }
}
