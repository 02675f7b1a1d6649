package errand.orchestrator.engine;

import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.orchestrator.codec.CoreJson;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What an input costs, for those who look for time. Not a test: run {@code main}. First without
 * Kafka, one plan after the other; then on a broker of its own with a fake agent.
 */
final class EngineMeasure {

    private EngineMeasure() {}

    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 4; round++) {
            alone(5_000);
        }
        onBroker(Integer.parseInt(args.length > 0 ? args[0] : "10000"));
        System.exit(0);
    }

    private static void alone(int plans) {
        Turns turns = Scenario.turns();
        long decide = 0;
        long encode = 0;
        long bytes = 0;
        long out = 0;
        int inputs = 0;
        for (int i = 0; i < plans; i++) {
            String id = "c_" + i;
            Stored stored = null;
            List<byte[]> waiting = new ArrayList<>();
            waiting.add(
                    Scenario.AVRO.serialize(
                            "", Plans.submitted(id, Plans.fourSteps("p_" + i), Plans.NOON, null)));
            while (!waiting.isEmpty()) {
                InboxRecord record =
                        new InboxRecord(
                                0,
                                inputs++,
                                0,
                                id.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                waiting.removeFirst(),
                                new RecordHeaders());
                long began = System.nanoTime();
                Turn turn = turns.of(stored, record, 0);
                decide += System.nanoTime() - began;
                stored = turn.after();
                began = System.nanoTime();
                CoreJson.write(java.util.Objects.requireNonNull(stored).kept());
                encode += System.nanoTime() - began;
                bytes += java.util.Objects.requireNonNull(turn.bytes()).length;
                for (Output output : turn.outputs()) {
                    out += output.size();
                    if (output.topic().startsWith("task.")
                            && Scenario.AVRO.deserialize("", output.value())
                                    instanceof TaskRequested task) {
                        waiting.add(
                                Scenario.AVRO.serialize(
                                        "",
                                        new TaskSucceeded(
                                                "r" + inputs,
                                                Plans.NOON,
                                                id,
                                                task.getTaskId(),
                                                "bench",
                                                "{}")));
                    }
                }
            }
        }
        System.out.printf(
                "alone: %d inputs, %.1f us an input in Turns (%.1f us of that JSON of the state), %d bytes of changelog and %d of outputs a plan%n",
                inputs, decide / 1e3 / inputs, encode / 1e3 / inputs, bytes / plans, out / plans);
    }

    private static void onBroker(int plans) throws Exception {
        try (BrokerProcess broker = new BrokerProcess(Files.createTempDirectory("measure"));
                StubRegistry registry = new StubRegistry();
                Rig rig = new Rig(broker.bootstrapServers(), registry.url(), "")) {
            rig.engine();
            rig.agent();
            Rig.Reader events = rig.events();
            run(rig, events, 2_000, 0);
            run(rig, events, plans, 2_000);
            var timer = rig.meters.find("errand.engine.decide").timer();
            System.out.printf(
                    "Turns.of within the engine: %.1f us an input%n",
                    java.util.Objects.requireNonNull(timer)
                            .mean(java.util.concurrent.TimeUnit.MICROSECONDS));
        }
    }

    private static void run(Rig rig, Rig.Reader events, int plans, int from) {
        long began = System.nanoTime();
        for (int i = from; i < from + plans; i++) {
            rig.submit("c_" + i, "p_" + i);
        }
        int expected = 5 * (from + plans);
        Rig.await(
                () -> events.records().size() >= expected,
                "all plans are done",
                java.time.Duration.ofMinutes(3));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "on the broker: %d plans in %.1f s: %.0f plans/s, %.0f inputs/s (%s)%n",
                plans, seconds, plans / seconds, 5 * plans / seconds, Instant.now());
    }
}
