package errand.orchestrator.replay;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.engine.Live;
import errand.orchestrator.engine.Rerun;
import errand.orchestrator.plan.Documents;
import errand.runtime.settings.TopicSettings;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the log of a conversation is the whole truth: its inbox through the core again gives
 * the recorded events byte for byte, and folding those gives the state the engine holds.
 */
public final class Rebuild {

    private final Documents documents;
    private final TopicNames names;
    private final String changelog;
    private final Deserializer<SpecificRecord> reader;
    private final Serializer<SpecificRecord> writer;

    public Rebuild(
            Documents documents,
            TopicSettings topics,
            Deserializer<SpecificRecord> reader,
            Serializer<SpecificRecord> writer) {
        this.documents = documents;
        this.names = new TopicNames(topics.prefix());
        this.changelog = Live.topic(topics);
        this.reader = reader;
        this.writer = writer;
    }

    /** Empty when the log knows no such conversation. */
    public Optional<Proof> of(String conversationId, Consumer<byte[], byte[]> consumer) {
        return of(conversationId, new ConversationLog(consumer));
    }

    /** As {@link #of(String, Consumer)}, for whoever asks about many. */
    public Optional<Proof> of(String conversationId, Records log) {
        Live live = live(log, conversationId);
        long until = live == null ? Long.MAX_VALUE : live.applied();
        List<ConsumerRecord<byte[], byte[]>> inputs =
                log.of(names.of(Topics.INBOX), conversationId).stream()
                        .filter(record -> record.offset() <= until)
                        .toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Comparison(conversationId, live)
                        .of(inputs, log.of(names.of(Topics.EVENTS), conversationId)));
    }

    /** The last state in the changelog; null when the conversation has left the engine. */
    private @Nullable Live live(Records log, String conversationId) {
        List<ConsumerRecord<byte[], byte[]>> states = log.of(changelog, conversationId);
        byte[] last = states.isEmpty() ? null : states.getLast().value();
        return last == null ? null : Live.read(last);
    }

    /** One conversation's history against itself. */
    private final class Comparison {

        private final String conversationId;
        private final @Nullable Live live;
        private final List<String> differences = new ArrayList<>();

        Comparison(String conversationId, @Nullable Live live) {
            this.conversationId = conversationId;
            this.live = live;
        }

        Proof of(
                List<ConsumerRecord<byte[], byte[]>> inputs,
                List<ConsumerRecord<byte[], byte[]>> events) {
            long until = inputs.getLast().offset();
            Map<Long, byte[]> recorded = new TreeMap<>();
            int repeated = 0;
            for (ConsumerRecord<byte[], byte[]> event : events) {
                ConversationAdvanced advanced = read(event.value());
                if (advanced.getInboxOffset() > until) {
                    continue;
                }
                byte[] before = recorded.putIfAbsent(advanced.getSeq(), event.value());
                if (before != null) {
                    repeated++;
                    differ(before, event.value(), "A repetition of number " + advanced.getSeq());
                }
            }
            Rerun rerun = new Rerun(documents, names, reader, writer);
            int made = runAgain(rerun, inputs, recorded);
            Conversation folded = fold(recorded);
            compare("The state after running the inbox again", rerun.conversation(), folded);
            if (live != null) {
                compare("The engine's live state", Optional.of(live.conversation()), folded);
            }
            return new Proof(inputs.size(), made, repeated, folded, live != null, differences);
        }

        private int runAgain(
                Rerun rerun,
                List<ConsumerRecord<byte[], byte[]>> inputs,
                Map<Long, byte[]> recorded) {
            int made = 0;
            for (ConsumerRecord<byte[], byte[]> input : inputs) {
                Optional<byte[]> event = rerun.next(input);
                if (event.isPresent()) {
                    made++;
                    long seq = read(event.get()).getSeq();
                    differ(recorded.get(seq), event.get(), "Number " + seq + ", run again,");
                }
            }
            if (made != recorded.size()) {
                differences.add(
                        "The inbox gives %d events, the log has %d."
                                .formatted(made, recorded.size()));
            }
            return made;
        }

        private void differ(byte @Nullable [] one, byte[] other, String what) {
            if (one == null || !Arrays.equals(one, other)) {
                differences.add(
                        "%s differs from the log: %s instead of %s"
                                .formatted(what, read(other), one == null ? "nothing" : read(one)));
            }
        }

        private Conversation fold(Map<Long, byte[]> recorded) {
            Conversation folded = Conversation.begun(conversationId);
            for (byte[] event : recorded.values()) {
                ConversationAdvanced advanced = read(event);
                folded =
                        new Conversation(
                                        conversationId,
                                        advanced.getSeq() - 1,
                                        folded.at(),
                                        folded.plans(),
                                        folded.talk())
                                .after(advanced.getAt(), Facts.fromAvro(advanced.getEvents()));
            }
            return folded;
        }

        private void compare(String what, Optional<Conversation> state, Conversation folded) {
            Conversation expected = folded.live();
            if (!state.map(expected::equals).orElse(false)) {
                differences.add(
                        "%s is not the fold of the events: %s instead of %s"
                                .formatted(what, state.orElse(null), expected));
            }
        }

        private ConversationAdvanced read(byte[] value) {
            return (ConversationAdvanced)
                    Objects.requireNonNull(reader.deserialize(names.of(Topics.EVENTS), value));
        }
    }
}
