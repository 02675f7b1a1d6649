package errand.orchestrator.planner;

import errand.agent.Describe;
import errand.orchestrator.planner.language.Sentence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message to be understood. */
public record DraftRequest(
        @Describe("Id of the message") String messageId,
        @Describe("What the person wrote") String text,
        @Describe("zh or en, for messages that are neither") String lang,
        @Describe("Now, RFC 3339 with the offset of the person's zone") String now,
        @Describe("The person's zone, Asia/Shanghai") String zone,
        @Describe("What may be known of the person") Person person,
        @Describe("What was said before, oldest first") List<Turn> history,
        @Describe("The question that is open") @Nullable Pending pending,
        @Describe("Whether a plan of this conversation runs or waits for consent") boolean running,
        @Describe("Those of them that a message may change") List<RunningPlan> plans) {

    public DraftRequest {
        plans = plans == null ? List.of() : List.copyOf(plans);
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** One while nothing runs that could be changed. */
    public DraftRequest(
            String messageId,
            String text,
            String lang,
            String now,
            String zone,
            Person person,
            List<Turn> history,
            @Nullable Pending pending,
            boolean running) {
        this(messageId, text, lang, now, zone, person, history, pending, running, List.of());
    }

    /** A message of digits and signs only is in the language of the conversation. */
    public boolean inChinese() {
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        return letters ? Sentence.chinese(text) : Objects.equals(lang, "zh");
    }
}
