package errand.orchestrator.planner.model;

import java.time.Duration;
import java.util.List;

/** A language model that goes on with a conversation. Knows nothing of plans. */
interface Model {

    /** One line of what it is given. */
    record Line(Role role, String text) {}

    /** Who speaks. */
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /**
     * What it said.
     *
     * @param promptTokens 0 when it did not say
     */
    record Reply(String text, long promptTokens, long replyTokens) {}

    /**
     * Asks once.
     *
     * @param within the call is given up after that
     * @throws ModelAway when there is no reply, for whatever reason
     */
    Reply ask(List<Line> lines, Duration within) throws ModelAway, InterruptedException;
}
