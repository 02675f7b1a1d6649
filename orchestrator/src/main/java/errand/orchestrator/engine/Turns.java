package errand.orchestrator.engine;

import errand.orchestrator.codec.Inputs;
import errand.orchestrator.codec.SpecTexts;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.conversation.Opening;
import errand.orchestrator.engine.Turn.Outcome;
import errand.schemas.Topic;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.serde.UnknownRecord;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes one inbox record after the other and says what each leads to. A function of the stored
 * conversation and the record: sends and stores nothing itself. Whatever cannot be handled is set
 * aside; thrown are only {@link EngineStopped} for what a newer version wrote, and {@link NotNow}
 * while registry or broker are away.
 */
final class Turns {

    /** What a record of the changelog may hold, a little below what the topic takes. */
    static final int LARGEST_STATE = 31 * 1024 * 1024;

    private static final int REASON_AT_MOST = 500;
    private static final Topic INBOX = Topics.named(Topics.INBOX);

    private final Core core;
    private final Deserializer<SpecificRecord> inbox;
    private final Outputs outputs;
    private final boolean keepsSent;

    /**
     * @param keepsSent whether outputs are kept for sending again; needless when Kafka's
     *     transactions tie outputs and offsets together
     */
    Turns(Core core, Deserializer<SpecificRecord> inbox, Outputs outputs, boolean keepsSent) {
        this.core = core;
        this.inbox = inbox;
        this.outputs = outputs;
        this.keepsSent = keepsSent;
    }

    /**
     * @param before null when the conversation is not stored
     * @param committed every input below this offset is known to be committed
     */
    Turn of(@Nullable Stored before, InboxRecord record, long committed) {
        if (before != null && record.offset() <= before.applied()) {
            return Turn.repeated(before.outputsOf(record.offset()));
        }
        return new Hearing(before, record, committed).turn();
    }

    /** The handling of one record. */
    private final class Hearing {

        private final @Nullable Stored before;
        private final InboxRecord record;
        private final long committed;
        private String type = "unreadable";
        private @Nullable Input input;
        private @Nullable Conversation conversation;

        Hearing(@Nullable Stored before, InboxRecord record, long committed) {
            this.before = before;
            this.record = record;
            this.committed = committed;
            this.conversation = before == null ? null : before.kept();
        }

        Turn turn() {
            try {
                return decided();
            } catch (NotNow | EngineStopped notPoison) {
                throw notPoison;
            } catch (RegistryUnavailable away) {
                throw new NotNow(away);
            } catch (UnknownRecord newer) {
                throw new EngineStopped(String.valueOf(newer.getMessage()), newer);
            } catch (RuntimeException | StackOverflowError | AssertionError poison) {
                return setAside(reason(poison));
            }
        }

        private Turn decided() {
            Input read = read();
            input = read;
            Conversation opened = Opening.of(conversation, record.conversationId(), read);
            if (opened == null) {
                return Turn.without(Outcome.LATE, type);
            }
            conversation = opened;
            Core.Step step = core.apply(opened, read);
            return step.facts().isEmpty()
                    ? Turn.without(Outcome.IGNORED, type)
                    : advanced(Outcome.ADVANCED, step, List.of(), null);
        }

        private Input read() {
            if (record.key() == null) {
                throw new Unusable("It has no key, so nobody knows which conversation it is for.");
            }
            SpecificRecord message = inbox.deserialize(outputs.inbox(), record.value());
            if (message == null) {
                throw new Unusable("It is empty.");
            }
            type = message.getSchema().getName();
            if (!INBOX.records().contains(message.getClass())) {
                throw new Unusable("%s does not belong in the inbox.".formatted(type));
            }
            checkKey(message);
            return Inputs.fromAvro(message);
        }

        private void checkKey(SpecificRecord message) {
            Schema.Field field = message.getSchema().getField("conversationId");
            Object named = message.get(field.pos());
            if (!record.conversationId().equals(named)) {
                throw new Unusable(
                        "Its key is '%s' but it is for conversation '%s'."
                                .formatted(record.conversationId(), named));
            }
        }

        private Turn advanced(
                Outcome outcome, Core.Step step, List<Output> more, @Nullable String dead) {
            Traces traces = before == null ? Traces.NONE : before.traces();
            Trace trace = Outputs.trace(record, step, traces);
            SpecTexts texts = (before == null ? SpecTexts.NONE : before.texts()).of(step.full());
            List<Output> sent =
                    outputs.of(
                            Outputs.event(record, causedBy(), step, texts),
                            step,
                            traces,
                            trace,
                            more);
            List<Stored.Sent> ring =
                    keepsSent ? Stored.with(before, committed, record.offset(), sent) : List.of();
            Stored after =
                    new Stored(
                            record.offset(),
                            record.timestamp(),
                            step.kept(),
                            traces.after(step.kept(), trace),
                            ring,
                            texts.of(step.kept()));
            byte[] bytes = StoredFormat.write(after);
            if (StoredFormat.fullSize(bytes) > LARGEST_STATE) {
                throw new Unusable(
                        "The conversation would take %d bytes; %d are possible."
                                .formatted(StoredFormat.fullSize(bytes), LARGEST_STATE));
            }
            return new Turn(outcome, type, after, bytes, sent, step.facts(), step.full(), dead);
        }

        /**
         * The conversation is told when it is known; a number made up for one that is not would
         * stand in the way of the right one.
         */
        private Turn setAside(String reason) {
            Output letter = outputs.deadLetter(record, type, reason);
            Conversation known = conversation;
            if (known != null) {
                try {
                    Core.Step stuck = core.stuck(known, input == null ? null : input.id(), reason);
                    return advanced(Outcome.DEAD, stuck, List.of(letter), reason);
                } catch (NotNow away) {
                    throw away;
                } catch (RuntimeException | StackOverflowError worse) {
                    // The letter says enough; a conversation that cannot even be told stays as is.
                }
            }
            return new Turn(
                    Outcome.DEAD, type, null, null, List.of(letter), List.of(), null, reason);
        }

        /** The id of the input; its place in the inbox when it could not be read. */
        private String causedBy() {
            return input != null
                    ? input.id()
                    : "inbox/%d/%d".formatted(record.partition(), record.offset());
        }
    }

    private static String reason(Throwable poison) {
        String text =
                poison instanceof Unusable
                        ? String.valueOf(poison.getMessage())
                        : poison.getClass().getSimpleName() + ": " + poison.getMessage();
        return text.length() <= REASON_AT_MOST ? text : text.substring(0, REASON_AT_MOST) + "…";
    }

    /** A record that can be read but not used. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }
}
