package errand.orchestrator.engine;

import errand.orchestrator.codec.SpecTexts;
import errand.orchestrator.conversation.Conversation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the engine's store holds it.
 *
 * @param applied offset of the last input that had consequences; whatever is at or below it is
 *     never decided again
 * @param touched Kafka timestamp of that input: system time, only for leaving the store
 * @param kept without the plans that ended
 * @param traces of what is under way
 * @param sent outputs of the last inputs, oldest first, for sending again
 * @param texts of the plans of {@code kept}, so that they are not made anew; none after reading
 */
record Stored(
        long applied,
        long touched,
        Conversation kept,
        Traces traces,
        List<Sent> sent,
        SpecTexts texts) {

    /** {@link #due} of a conversation that waits for nothing. */
    static final long NEVER = Long.MAX_VALUE;

    /**
     * What one input led to, as bytes: it is written again with each input until it is committed,
     * and hardly ever sent again.
     *
     * @param bytes in {@link SentFormat}
     */
    record Sent(long offset, byte[] bytes) {

        static Sent of(long offset, List<Output> outputs) {
            return new Sent(offset, SentFormat.write(offset, outputs));
        }

        List<Output> outputs() {
            return SentFormat.outputs(bytes);
        }
    }

    Stored {
        sent = List.copyOf(sent);
    }

    Stored(long applied, long touched, Conversation kept, Traces traces, List<Sent> sent) {
        this(applied, touched, kept, traces, sent, SpecTexts.NONE);
    }

    boolean idle() {
        return kept.idle();
    }

    /** When its earliest timer falls due, in milliseconds of business time. */
    long due() {
        Instant due = kept.nextDue();
        return due == null ? NEVER : due.toEpochMilli();
    }

    /** The outputs of the input at this offset; none when it had none or they are long sent. */
    List<Output> outputsOf(long offset) {
        for (Sent one : sent) {
            if (one.offset() == offset) {
                return one.outputs();
            }
        }
        return List.of();
    }

    /**
     * What may have to be sent again after one more input: outputs of inputs at or above the
     * committed offset, and those of this one.
     */
    static List<Sent> with(
            @Nullable Stored before, long committed, long offset, List<Output> outputs) {
        List<Sent> all = new ArrayList<>();
        for (Sent one : before == null ? List.<Sent>of() : before.sent) {
            if (one.offset() >= committed) {
                all.add(one);
            }
        }
        all.add(Sent.of(offset, outputs));
        return all;
    }

    Stored withoutSent() {
        return new Stored(applied, touched, kept, traces, List.of(), texts);
    }
}
