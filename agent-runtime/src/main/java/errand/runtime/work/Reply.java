package errand.runtime.work;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskFailed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one task.
 *
 * @param record TaskSucceeded, TaskRefused or TaskFailed
 * @param conversationId its key
 * @param taskId of which task
 * @param capability full name when the agent has it, else {@code unknown}
 * @param failure null when it was done
 * @param remembered whether the inbox knew it: nothing happened this time
 * @param deadLetter null unless an operator must look
 */
public record Reply(
        SpecificRecord record,
        String conversationId,
        String taskId,
        String capability,
        @Nullable FailureKind failure,
        boolean remembered,
        @Nullable DeadLetter deadLetter) {

    /**
     * What is said instead of a reply that its topic does not take. It does not say that nothing
     * happened: what became of a write stays in the inbox, and is asked for there.
     */
    public Reply tooLarge(String topic, Instant at) {
        DeadLetter why =
                new DeadLetter(
                        "REPLY_TOO_LARGE",
                        "The reply to task '%s' is larger than topic '%s' takes (max.message.bytes); what has happened is remembered."
                                .formatted(taskId, topic));
        TaskFailed instead =
                TaskFailed.newBuilder()
                        .setId("x:" + taskId)
                        .setAt(at.truncatedTo(ChronoUnit.MILLIS))
                        .setConversationId(conversationId)
                        .setTaskId(taskId)
                        .setAgent(capability.split("[.]", 2)[0])
                        .setFailure(
                                Failure.newBuilder()
                                        .setKind(FailureKind.INVALID)
                                        .setCode(why.reason())
                                        .setMessage(why.message())
                                        .setDetails(null)
                                        .build())
                        .build();
        return new Reply(
                instead, conversationId, taskId, capability, FailureKind.INVALID, true, why);
    }
}
