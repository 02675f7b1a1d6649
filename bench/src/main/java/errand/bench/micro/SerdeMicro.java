package errand.bench.micro;

import errand.events.ConversationAdvanced;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.schemas.Topics;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Records to bytes and back in the wire format, with the ids already known. The event is the one of
 * a submitted plan: its facts, and the plan's text in them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SerdeMicro {

    private final Sample sample = new Sample();
    private final TaskRequested task = sample.first(TaskRequested.class);
    private final TaskSucceeded reply = (TaskSucceeded) sample.inputs.get(1);
    private final ConversationAdvanced event = sample.first(ConversationAdvanced.class);
    private final String tasks = sample.names.of(Topics.taskRequests("bench"));
    private final byte[] taskBytes = written(tasks, task);
    private final byte[] replyBytes = written(sample.names.inbox(), reply);
    private final byte[] eventBytes = written(sample.names.events(), event);

    private byte[] written(String topic, SpecificRecord record) {
        return Objects.requireNonNull(sample.writes.serialize(topic, record));
    }

    private @Nullable SpecificRecord read(String topic, byte[] bytes) {
        return sample.reads.deserialize(topic, bytes);
    }

    @Benchmark
    public byte[] writeTaskRequested() {
        return written(tasks, task);
    }

    @Benchmark
    public @Nullable SpecificRecord readTaskRequested() {
        return read(tasks, taskBytes);
    }

    @Benchmark
    public byte[] writeTaskSucceeded() {
        return written(sample.names.inbox(), reply);
    }

    @Benchmark
    public @Nullable SpecificRecord readTaskSucceeded() {
        return read(sample.names.inbox(), replyBytes);
    }

    @Benchmark
    public byte[] writeConversationAdvanced() {
        return written(sample.names.events(), event);
    }

    @Benchmark
    public @Nullable SpecificRecord readConversationAdvanced() {
        return read(sample.names.events(), eventBytes);
    }
}
