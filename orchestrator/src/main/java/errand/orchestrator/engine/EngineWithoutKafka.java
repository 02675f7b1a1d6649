package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.Documents;
import errand.schemas.TopicNames;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own code with nothing around it: what is known of a conversation and one record of
 * its inbox give what is stored and what is sent, as bytes. For measuring what a decision costs;
 * {@link Rerun} is for proving what one gave.
 */
public final class EngineWithoutKafka {

    private static final int LARGEST = 1024 * 1024;

    private final Turns turns;

    public EngineWithoutKafka(
            Documents documents,
            TopicNames names,
            Deserializer<SpecificRecord> inbox,
            Serializer<SpecificRecord> avro) {
        Outputs outputs = new Outputs(names, avro, Destinations.allThere(), LARGEST);
        this.turns = new Turns(new Core(documents), inbox, outputs, true);
    }

    /** A conversation as the engine holds it in memory while something runs in it. */
    public static final class Held {

        private final Stored stored;

        private Held(Stored stored) {
            this.stored = stored;
        }

        /** Without the plans that ended. */
        public Conversation conversation() {
            return stored.kept();
        }
    }

    /**
     * What one record of the inbox led to.
     *
     * @param held for the next record
     * @param stored the same as it goes to the changelog
     * @param sent values of the records that are sent, in order
     */
    public record Heard(Held held, byte[] stored, List<byte[]> sent) {}

    /**
     * One record more. Outputs of earlier ones are kept for sending again until they are known to
     * be committed, as they are between two commits.
     *
     * @param before null when nothing is known of the conversation
     * @param committed every input below this offset is committed
     * @throws IllegalArgumentException when the record has no consequences or cannot be handled
     */
    public Heard hear(
            @Nullable Held before, ConsumerRecord<byte[], byte[]> record, long committed) {
        Turn turn =
                turns.of(before == null ? null : before.stored, InboxRecord.of(record), committed);
        Stored after = turn.after();
        if (turn.outcome() != Turn.Outcome.ADVANCED || after == null) {
            throw new IllegalArgumentException(
                    "Input %d (%s) came to nothing: %s %s"
                            .formatted(record.offset(), turn.type(), turn.outcome(), turn.dead()));
        }
        return new Heard(
                new Held(after),
                Objects.requireNonNull(turn.bytes()),
                turn.outputs().stream().map(Output::value).map(Objects::requireNonNull).toList());
    }

    /**
     * What the changelog holds of a conversation, as it is read when it is not in memory.
     *
     * @throws RuntimeException that says so when a newer version wrote it
     */
    public static Held read(byte[] stored) {
        return new Held(StoredFormat.read(stored));
    }
}
