package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as the engine's store holds it.
 *
 * @param applied offset of the last input that had consequences; whatever is at or below it is
 *     never decided again
 * @param touched Kafka timestamp of that input: system time, only for leaving the store
 * @param kept without the plans that ended
 * @param traces of what is under way
 * @param sent outputs of the last inputs, oldest first, for sending again
 */
record Stored(long applied, long touched, Conversation kept, Traces traces, List<Sent> sent) {

    /** {@link #due} of a conversation that waits for nothing. */
    static final long NEVER = Long.MAX_VALUE;

    /** What one input led to. */
    record Sent(long offset, List<Output> outputs) {
        Sent {
            outputs = List.copyOf(outputs);
        }
    }

    Stored {
        sent = List.copyOf(sent);
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
        return sent.stream()
                .filter(one -> one.offset() == offset)
                .findFirst()
                .map(Sent::outputs)
                .orElse(List.of());
    }

    /** The outputs that may have to be sent again: of inputs at or above the committed offset. */
    List<Sent> sentFrom(long committed) {
        return sent.stream().filter(one -> one.offset() >= committed).toList();
    }

    /** After one more input. */
    static List<Sent> with(List<Sent> before, long offset, List<Output> outputs) {
        List<Sent> all = new ArrayList<>(before);
        all.add(new Sent(offset, outputs));
        return all;
    }

    Stored withoutSent() {
        return new Stored(applied, touched, kept, traces, List.of());
    }
}
