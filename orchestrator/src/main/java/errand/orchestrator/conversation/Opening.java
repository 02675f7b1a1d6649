package errand.orchestrator.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The conversation an input is applied to. Engine and replay open conversations by this one rule,
 * or their numbers would differ.
 */
public final class Opening {

    private Opening() {}

    /**
     * What is known goes on. What is not known is resumed where the sender saw it last; without
     * that, only a message or a plan begins a conversation, and anything else is late.
     *
     * <p>Numbers never go back: when the sender saw a higher one than is known, it counts. (What is
     * known was then begun anew without anybody having said that there had been more.)
     *
     * @return null when the input has no conversation to go to
     */
    public static @Nullable Conversation of(@Nullable Conversation known, String id, Input input) {
        Input.Resume resume = input.resume();
        if (known != null) {
            return resume == null || resume.seq() <= known.seq()
                    ? known
                    : new Conversation(id, resume.seq(), known.at(), known.plans(), known.talk());
        }
        if (resume != null) {
            return Conversation.resumed(id, resume);
        }
        return switch (input) {
            case Input.Said _, Input.Submitted _ -> Conversation.begun(id);
            case Input.Answered _, Input.CancelAsked _, Input.ForPlans _, Input.Thinks _ -> null;
        };
    }
}
