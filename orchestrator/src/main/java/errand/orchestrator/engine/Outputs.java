package errand.orchestrator.engine;

import errand.events.ConversationAdvanced;
import errand.events.TaskRequested;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.codec.SpecTexts;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.engine.Output.Mark;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.registry.SchemaUnknown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The records that follow from an input, as bytes. The same input on the same conversation gives
 * the same bytes, headers included.
 */
final class Outputs {

    static final String EVENT_ID = "errand-event-id";
    static final String CAUSED_BY = "errand-caused-by";
    static final String WHY = "errand-dead-why";
    static final String WHERE = "errand-dead-where";
    static final String OFFSET = "errand-dead-offset";
    static final String TYPE = "errand-dead-type";

    private final TopicNames names;
    private final Serializer<SpecificRecord> avro;
    private final Destinations destinations;
    private final int largest;

    /**
     * @param largest bytes of the largest record that topics take
     */
    Outputs(
            TopicNames names,
            Serializer<SpecificRecord> avro,
            Destinations destinations,
            int largest) {
        this.names = names;
        this.avro = avro;
        this.destinations = destinations;
        this.largest = largest;
    }

    /** Name of the inbox here. */
    String inbox() {
        return names.inbox();
    }

    /**
     * An event with facts, the messages that follow from them, and whatever comes besides.
     *
     * @param trace of what follows from the input ({@link #trace})
     */
    List<Output> of(
            ConversationAdvanced event,
            Core.Step step,
            Traces traces,
            Trace trace,
            List<Output> more) {
        Conversation full = step.full();
        List<Output> outputs = new ArrayList<>();
        String eventId = full.id() + "/" + full.seq();
        Mark causing = Mark.of(CAUSED_BY, event.getCausedBy());
        outputs.add(
                sealed(
                        new Outgoing(Topics.EVENTS, full.id(), event),
                        marks(eventId, causing, trace)));
        for (Outgoing message : Outbox.of(full, full.at(), step.facts())) {
            String id = eventId + "/" + outputs.size();
            Trace own = traces.ofPlan(planOf(message), trace);
            outputs.add(addressed(message, marks(id, causing, own)));
        }
        outputs.addAll(more);
        return outputs;
    }

    /** The trace of what follows from an input. */
    static Trace trace(InboxRecord cause, Core.Step step, Traces traces) {
        return traces.of(step.facts(), Trace.of(cause.header(Trace.HEADER), step.full().id()));
    }

    private static @Nullable Object planOf(Outgoing message) {
        Schema.Field field = message.message().getSchema().getField("planId");
        Object planId = field == null ? null : message.message().get(field.pos());
        // A thought about a plan is none of the plan's own tasks, but belongs to its trace.
        return message.message() instanceof TaskRequested task && "".equals(planId)
                ? task.getTaskId().substring(0, task.getTaskId().indexOf('/'))
                : planId;
    }

    /** The original bytes with the reason. */
    Output deadLetter(InboxRecord record, String type, String why) {
        List<Mark> marks = new ArrayList<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                marks.add(new Mark(header.key(), header.value()));
            }
        }
        marks.add(Mark.of(WHY, why));
        marks.add(Mark.of(WHERE, "engine " + names.inbox() + "-" + record.partition()));
        marks.add(Mark.of(OFFSET, Long.toString(record.offset())));
        marks.add(Mark.of(TYPE, type));
        return new Output(
                names.of(Topics.deadLetters(Topics.INBOX)), record.key(), record.value(), marks);
    }

    /** The event that tells what an input led to. */
    static ConversationAdvanced event(
            InboxRecord cause, String causedBy, Core.Step step, SpecTexts known) {
        Conversation full = step.full();
        List<Object> facts = new ArrayList<>(step.facts().size());
        for (Fact fact : step.facts()) {
            facts.add(Facts.toAvro(fact, known));
        }
        return new ConversationAdvanced(
                full.id(), full.seq(), full.at(), causedBy, cause.offset(), facts);
    }

    /**
     * A task whose topic cannot be had goes to the dead letters; its step runs into its deadline.
     */
    private Output addressed(Outgoing message, List<Mark> marks) {
        Optional<String> problem = problem(message.topic());
        if (problem.isEmpty()) {
            return sealed(message, marks);
        }
        List<Mark> more = new ArrayList<>(marks);
        more.add(Mark.of(WHY, problem.get()));
        more.add(Mark.of(WHERE, "engine to " + names.of(message.topic())));
        more.add(Mark.of(TYPE, message.message().getSchema().getName()));
        return new Output(
                names.of(Topics.deadLetters(Topics.INBOX)),
                message.key().getBytes(StandardCharsets.UTF_8),
                message.message().toString().getBytes(StandardCharsets.UTF_8),
                more);
    }

    private Optional<String> problem(String topic) {
        try {
            return destinations.problem(topic);
        } catch (KafkaException away) {
            throw new NotNow(away);
        }
    }

    private byte[] serialized(String topic, SpecificRecord message) {
        try {
            return avro.serialize(topic, message);
        } catch (RegistryUnavailable | SchemaUnknown away) {
            throw new NotNow(away);
        }
    }

    private Output sealed(Outgoing message, List<Mark> marks) {
        String topic = names.of(message.topic());
        byte[] value = serialized(topic, message.message());
        if (value.length > largest) {
            throw new IllegalStateException(
                    "%s of %d bytes for topic '%s' is larger than errand.engine.largest-output (%d)."
                            .formatted(
                                    message.message().getSchema().getName(),
                                    value.length,
                                    topic,
                                    largest));
        }
        return new Output(topic, message.key().getBytes(StandardCharsets.UTF_8), value, marks);
    }

    private static List<Mark> marks(String eventId, Mark causing, Trace trace) {
        return List.of(
                Mark.of(Trace.HEADER, trace.child(eventId)), Mark.of(EVENT_ID, eventId), causing);
    }
}
