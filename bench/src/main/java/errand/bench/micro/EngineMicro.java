package errand.bench.micro;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.codec.SpecTexts;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.engine.EngineWithoutKafka;
import errand.orchestrator.engine.EngineWithoutKafka.Heard;
import errand.orchestrator.engine.EngineWithoutKafka.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A whole plan of four steps, its five inputs, without Kafka. {@code plan} is all of it; {@code
 * inputs}, {@code core}, {@code outputs} and {@code stateWritten} are its parts, {@code
 * planFromStore} and {@code stateRead} what comes on top for a conversation that is not in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineMicro {

    private final Sample sample = new Sample();
    private final Core core = new Core(new JsonataDocuments());
    private final List<Input> inputs = sample.inputs.stream().map(Inputs::fromAvro).toList();
    private final List<Core.Step> steps = decided();
    private final List<byte[]> kept =
            steps.stream().map(step -> CoreJson.write(step.kept())).toList();
    private final SpecTexts known = SpecTexts.NONE.of(steps.getFirst().kept());

    private List<Core.Step> decided() {
        List<Core.Step> all = new ArrayList<>();
        Conversation conversation = Conversation.begun(Sample.CONVERSATION);
        for (Input input : inputs) {
            all.add(core.apply(conversation, input));
            conversation = all.getLast().kept();
        }
        return all;
    }

    /** Bytes in, bytes out, the conversation in memory: what the engine does. */
    @Benchmark
    public @Nullable Heard plan() {
        Heard last = null;
        for (ConsumerRecord<byte[], byte[]> record : sample.inbox) {
            last = heard(last == null ? null : last.held(), record);
        }
        return last;
    }

    /** The same with the conversation read from its bytes before each input, as after a start. */
    @Benchmark
    public @Nullable Heard planFromStore() {
        Heard last = null;
        for (ConsumerRecord<byte[], byte[]> record : sample.inbox) {
            Held held = last == null ? null : EngineWithoutKafka.read(last.stored());
            last = heard(held, record);
        }
        return last;
    }

    private Heard heard(@Nullable Held before, ConsumerRecord<byte[], byte[]> record) {
        return sample.engine.hear(before, record, sample.inbox.getFirst().offset());
    }

    /** Five inputs from bytes to what the core takes. */
    @Benchmark
    public List<Input> inputs() {
        List<Input> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : sample.inbox) {
            all.add(
                    Inputs.fromAvro(
                            Objects.requireNonNull(
                                    sample.reads.deserialize(
                                            sample.names.inbox(), record.value()))));
        }
        return all;
    }

    /** Five inputs decided and evolved. */
    @Benchmark
    public Conversation core() {
        Conversation conversation = Conversation.begun(Sample.CONVERSATION);
        for (Input input : inputs) {
            conversation = core.apply(conversation, input).kept();
        }
        return conversation;
    }

    /** What five inputs lead to as records, and those as bytes; without headers. */
    @Benchmark
    public List<byte[]> outputs() {
        List<byte[]> all = new ArrayList<>();
        SpecTexts texts = SpecTexts.NONE;
        for (Core.Step step : steps) {
            Conversation full = step.full();
            texts = texts.of(full);
            var advanced =
                    new ConversationAdvanced(
                            full.id(),
                            full.seq(),
                            full.at(),
                            "r_1",
                            1_000_000L,
                            facts(step, texts));
            all.add(sample.writes.serialize(sample.names.events(), advanced));
            for (Outgoing message : Outbox.of(full, full.at(), step.facts())) {
                all.add(
                        sample.writes.serialize(
                                sample.names.of(message.topic()), message.message()));
            }
        }
        return all;
    }

    private static List<Object> facts(Core.Step step, SpecTexts known) {
        List<Object> facts = new ArrayList<>();
        step.facts().forEach(fact -> facts.add(Facts.toAvro(fact, known)));
        return facts;
    }

    /** The conversation after each of five inputs as JSON; what its plan says is known by then. */
    @Benchmark
    public List<byte[]> stateWritten() {
        List<byte[]> all = new ArrayList<>();
        for (Core.Step step : steps) {
            all.add(CoreJson.write(step.kept(), known));
        }
        return all;
    }

    /** The same JSON read. */
    @Benchmark
    public List<Conversation> stateRead() {
        List<Conversation> all = new ArrayList<>();
        for (byte[] json : kept) {
            all.add(CoreJson.readConversation(json));
        }
        return all;
    }
}
