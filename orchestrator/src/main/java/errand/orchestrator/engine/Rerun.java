package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.Documents;
import errand.schemas.TopicNames;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the inbox of one conversation through the engine's own code again, from its first record,
 * without sending anything anywhere.
 */
public final class Rerun {

    private final TopicNames names;
    private final Turns turns;
    private @Nullable Stored stored;

    public Rerun(
            Documents documents,
            TopicNames names,
            Deserializer<SpecificRecord> inbox,
            Serializer<SpecificRecord> avro) {
        this.names = names;
        Outputs outputs = new Outputs(names, avro, Destinations.allThere(), Integer.MAX_VALUE);
        this.turns = new Turns(new Core(documents), inbox, outputs, false);
    }

    /**
     * The next record of the inbox.
     *
     * @return the {@code ConversationAdvanced} the engine writes for it, as bytes; empty when it
     *     has no consequences
     */
    public Optional<byte[]> next(ConsumerRecord<byte[], byte[]> record) {
        Turn turn = turns.of(stored, InboxRecord.of(record), Long.MAX_VALUE);
        if (turn.after() != null) {
            stored = turn.after();
        }
        return turn.outputs().stream()
                .filter(output -> output.topic().equals(names.of(errand.schemas.Topics.EVENTS)))
                .map(Output::value)
                .findFirst();
    }

    /** The conversation as the engine would keep it now. */
    public Optional<Conversation> conversation() {
        return Optional.ofNullable(stored).map(Stored::kept);
    }
}
