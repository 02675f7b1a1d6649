package errand.runtime.work;

import errand.common.FailureKind;
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
        @Nullable DeadLetter deadLetter) {}
