package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one inbox record leads to, computed before anything is written.
 *
 * @param type simple name of the record, for metrics
 * @param after what to store; null when nothing changed
 * @param bytes the same as it is stored
 * @param outputs what to send, in order
 * @param facts decided just now: none for a repeated input
 * @param full the conversation after the facts, with the plans that just ended
 * @param dead why the record is in the dead letters, or null
 */
record Turn(
        Outcome outcome,
        String type,
        @Nullable Stored after,
        byte @Nullable [] bytes,
        List<Output> outputs,
        List<Fact> facts,
        @Nullable Conversation full,
        @Nullable String dead) {

    /** What became of an input. */
    enum Outcome {
        /** It had consequences. */
        ADVANCED,
        /** It was decided before; its outputs are sent again. */
        REPEATED,
        /** It changed nothing. */
        IGNORED,
        /** It came for a conversation that is not here any more. */
        LATE,
        /** It could not be handled and lies in the dead letters. */
        DEAD
    }

    Turn {
        outputs = List.copyOf(outputs);
        facts = List.copyOf(facts);
    }

    static Turn repeated(List<Output> outputs) {
        return new Turn(Outcome.REPEATED, "any", null, null, outputs, List.of(), null, null);
    }

    static Turn without(Outcome outcome, String type) {
        return new Turn(outcome, type, null, null, List.of(), List.of(), null, null);
    }
}
