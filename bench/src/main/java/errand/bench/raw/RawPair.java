package errand.bench.raw;

import errand.bench.load.Clients;
import errand.bench.load.Tail;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The other end of the raw bound: an engine that only counts and a worker that only answers, on a
 * thread each in a JVM of its own. It does the hops of a plan and nothing that makes them safe.
 */
final class RawPair {

    private final Clients clients;

    private RawPair(Clients clients) {
        this.clients = clients;
    }

    public static void main(String[] args) throws IOException {
        new RawPair(new Clients(args[0])).run();
    }

    private void run() throws IOException {
        var engine = clients.producer();
        var worker = clients.producer();
        Map<Long, Integer> answered = new HashMap<>();
        try (var _ =
                        new Tail(
                                "raw-engine",
                                clients.tail(Raw.INBOX),
                                record -> decide(engine, answered, Raw.of(record.value())));
                var _ =
                        new Tail(
                                "raw-worker",
                                clients.tail(Raw.TASKS),
                                record -> send(worker, Raw.INBOX, Raw.of(record.value())))) {
            System.out.println("ready");
            // Its input ends when whoever started it does, however that ends.
            int end = System.in.read();
            System.out.println("over " + end);
        }
    }

    private static void decide(
            Producer<byte[], byte[]> engine, Map<Long, Integer> answered, Raw input) {
        long plan = input.number();
        switch (input.kind()) {
            case Raw.SUBMITTED -> {
                send(engine, Raw.TASKS, new Raw(plan, Raw.A));
                send(engine, Raw.TASKS, new Raw(plan, Raw.B));
            }
            case Raw.A, Raw.B -> {
                if (answered.merge(plan, 1, Integer::sum) == 2) {
                    answered.remove(plan);
                    send(engine, Raw.TASKS, new Raw(plan, Raw.C));
                }
            }
            case Raw.C -> send(engine, Raw.TASKS, new Raw(plan, Raw.D));
            default -> send(engine, Raw.DONE, new Raw(plan, Raw.CLOSED));
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, Raw message) {
        var _ = producer.send(new ProducerRecord<>(topic, message.key(), message.value()));
    }
}
