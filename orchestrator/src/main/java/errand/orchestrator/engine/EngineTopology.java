package errand.orchestrator.engine;

import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The inbox in, one processor with one store, everything else out by the name an output carries.
 */
final class EngineTopology {

    private static final String SOURCE = "inbox";
    private static final String PROCESSOR = "conversation";
    private static final String SINK = "outputs";

    private EngineTopology() {}

    /**
     * The changelog keeps superseded records for as long as a late writer may stand behind the
     * record that counts, and gets rid of tombstones and segments quickly: a restart reads it all.
     */
    private static Map<String, String> changelog(EngineSettings settings) {
        return Map.of(
                "min.compaction.lag.ms", Long.toString(settings.lateWrites().toMillis()),
                "min.cleanable.dirty.ratio", "0.2",
                "delete.retention.ms", "60000",
                "segment.bytes", "16777216",
                "segment.ms", "60000",
                "max.message.bytes", "33554432");
    }

    static Topology of(EngineParts parts) {
        Topology topology = new Topology();
        topology.addSource(
                SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                parts.names().inbox());
        topology.addProcessor(PROCESSOR, () -> new ConversationProcessor(parts), SOURCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                new LatestStoreSupplier(ConversationProcessor.STORE),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withLoggingEnabled(changelog(parts.settings()))
                        .withCachingDisabled(),
                PROCESSOR);
        topology.<byte[], Output>addSink(
                SINK,
                (key, output, context) -> output.topic(),
                new ByteArraySerializer(),
                (topic, output) -> output.value(),
                PROCESSOR);
        return topology;
    }
}
