package errand.orchestrator.engine;

import errand.schemas.TopicNames;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What a processor works with.
 *
 * @param turns a new one per partition
 * @param view what the view has
 * @param business the clock by which timers fall due
 * @param system the clock by which idle conversations leave
 */
record EngineParts(
        EngineSettings settings,
        TopicNames names,
        Supplier<Turns> turns,
        Serializer<SpecificRecord> avro,
        Commits commits,
        EngineMetrics metrics,
        ViewProgress view,
        Clock business,
        Clock system) {}
