package errand.bench.micro;

import errand.agent.Capability;
import errand.bench.agent.BenchAgent;
import errand.bench.load.PlanTemplate;
import errand.events.PlanSubmitted;
import errand.events.TaskSucceeded;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.engine.EngineWithoutKafka;
import errand.orchestrator.engine.EngineWithoutKafka.Heard;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.PlanSpec;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import errand.schemas.TopicNames;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One plan of the bench, a‖b → c → d, from its submission to its end: validated as the service
 * validates it, answered as the agent of the bench answers it, written as both write it.
 */
final class Sample {

    static final String CONVERSATION = "c_019ab000-0000-7000-8000-000000000001";
    static final String PLAN = "p_019ab000-0000-7000-8000-000000000002";
    static final String READ = "bench.noop.read";
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    private static final String TRACE = "00-019ab000000070008000000000000001-8000000000000001-01";

    final CapabilityTable table;
    final PlanSpec plan;
    final TopicNames names = new TopicNames("");
    final AvroSerializer writes;
    final AvroDeserializer reads;
    final EngineWithoutKafka engine;

    /** What comes to the inbox: the plan, then the replies to a, b, c and d. */
    final List<SpecificRecord> inputs;

    /** The same as Kafka gives it to the engine. */
    final List<ConsumerRecord<byte[], byte[]>> inbox = new ArrayList<>();

    /** What the engine makes of each input. */
    final List<Heard> heard = new ArrayList<>();

    Sample() {
        table = new CapabilityTable(new BenchAgent().capabilities(), new JsonSchemas());
        plan = accepted(new TableDirectory(table));
        try (var registry = new MicroRegistry()) {
            var client = registry.client();
            writes = new AvroSerializer(client);
            reads = new AvroDeserializer(client);
            engine = new EngineWithoutKafka(new JsonataDocuments(), names, reads, writes);
            inputs = inputs(plan);
            inputs.forEach(this::arrives);
            for (ConsumerRecord<byte[], byte[]> record : inbox) {
                heard.add(
                        engine.hear(
                                heard.isEmpty() ? null : heard.getLast().held(),
                                record,
                                inbox.getFirst().offset()));
            }
            sent().forEach(value -> reads.deserialize("", value));
        }
    }

    private static PlanSpec accepted(Directory directory) {
        Checked checked = PlanDrafts.check(PlanTemplate.FOUR_STEPS, directory, PLAN, "bench", "en");
        if (checked instanceof Checked.Accepted(PlanSpec plan)) {
            return plan;
        }
        throw new IllegalStateException("The plan of the bench was refused: " + checked);
    }

    private static List<SpecificRecord> inputs(PlanSpec plan) {
        return List.of(
                new PlanSubmitted(
                        "e_" + CONVERSATION,
                        NOON,
                        CONVERSATION,
                        plan.id(),
                        "bench",
                        "en",
                        CoreJson.write(plan),
                        null),
                reply("a", "one"),
                reply("b", "two"),
                reply("c", "one"),
                reply("d", "one"));
    }

    private static TaskSucceeded reply(String step, String value) {
        return new TaskSucceeded(
                "r_019ab000-0000-7000-8000-00000000000" + step,
                NOON.plusMillis(5),
                CONVERSATION,
                "%s/%s/do/1".formatted(PLAN, step),
                "bench",
                "{\"value\":\"%s\"}".formatted(value));
    }

    private void arrives(SpecificRecord input) {
        byte[] value = Objects.requireNonNull(writes.serialize(names.inbox(), input));
        var record =
                new ConsumerRecord<>(
                        names.inbox(),
                        0,
                        1_000_000L + inbox.size(),
                        CONVERSATION.getBytes(StandardCharsets.UTF_8),
                        value);
        record.headers().add("traceparent", TRACE.getBytes(StandardCharsets.US_ASCII));
        inbox.add(record);
    }

    /** Values of all that the engine sends for the plan, in order. */
    List<byte[]> sent() {
        return heard.stream().flatMap(one -> one.sent().stream()).toList();
    }

    /** The first record of that type which the engine sends for the plan. */
    <T extends SpecificRecord> T first(Class<T> type) {
        return sent().stream()
                .map(value -> reads.deserialize("", value))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What one agent can do, as it would announce it. */
    private static final class TableDirectory implements Directory {

        private final Map<String, Described> all = new TreeMap<>();

        TableDirectory(CapabilityTable table) {
            for (CapabilityTable.Row row : table.rows()) {
                Capability<?, ?> it = row.capability();
                all.put(
                        it.name(),
                        new Described(
                                it.name(),
                                table.agent(),
                                table.version(),
                                it.description(),
                                Effect.valueOf(it.effect().name()),
                                row.inputSchema(),
                                row.outputSchema(),
                                it.undo(),
                                it.answerWithin(),
                                Maturity.valueOf(it.maturity().name())));
            }
        }

        @Override
        public Optional<Described> find(String capability) {
            return Optional.ofNullable(all.get(capability));
        }

        @Override
        public List<String> agents() {
            return List.of("bench");
        }

        @Override
        public List<String> capabilities(String agent) {
            return List.copyOf(all.keySet());
        }
    }
}
