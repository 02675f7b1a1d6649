package errand.runtime.work;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes reply records. One that is remembered is made of its inbox entry alone, so that it is the
 * same record byte for byte however often it is sent.
 */
final class Replies {

    /** What a remembered no says. */
    record No(String code, String message, @Nullable Object details) {}

    private final String agent;

    Replies(String agent) {
        this.agent = agent;
    }

    Reply of(Inbox.Kept kept) {
        Entry entry = kept.entry();
        Claim claim = entry.claim();
        return switch (entry.verdict()) {
            case DONE -> reply(claim, succeeded(claim, entry.body(), entry.at()), null, kept);
            case REFUSED -> no(entry, FailureKind.REFUSED, kept);
            case CANCELLED -> no(entry, FailureKind.CANCELLED, kept);
        };
    }

    Reply read(Claim claim, String output, Instant at) {
        return new Reply(
                succeeded(claim, output, at.truncatedTo(ChronoUnit.MILLIS)),
                claim.conversationId(),
                claim.taskId(),
                claim.capability(),
                null,
                false,
                null);
    }

    Reply failed(TaskRequested asked, String capability, Rejected why, Instant at) {
        TaskFailed record =
                TaskFailed.newBuilder()
                        .setId("f:" + asked.getTaskId() + ":" + asked.getAttempt())
                        .setAt(at.truncatedTo(ChronoUnit.MILLIS))
                        .setConversationId(asked.getConversationId())
                        .setTaskId(asked.getTaskId())
                        .setAgent(agent)
                        .setFailure(failure(why.kind(), why.code(), why.text(), null))
                        .build();
        return new Reply(
                record,
                asked.getConversationId(),
                asked.getTaskId(),
                capability,
                why.kind(),
                false,
                why.deadLetter());
    }

    private TaskSucceeded succeeded(Claim claim, String output, Instant at) {
        return TaskSucceeded.newBuilder()
                .setId("r:" + claim.taskId())
                .setAt(at)
                .setConversationId(claim.conversationId())
                .setTaskId(claim.taskId())
                .setAgent(agent)
                .setOutput(output)
                .build();
    }

    private Reply no(Entry entry, FailureKind kind, Inbox.Kept kept) {
        Claim claim = entry.claim();
        JsonNode body = AgentJson.tree(entry.body());
        JsonNode details = body.get("details");
        TaskRefused record =
                TaskRefused.newBuilder()
                        .setId("r:" + claim.taskId())
                        .setAt(entry.at())
                        .setConversationId(claim.conversationId())
                        .setTaskId(claim.taskId())
                        .setAgent(agent)
                        .setFailure(
                                failure(
                                        kind,
                                        body.path("code").asString(),
                                        body.path("message").asString(),
                                        details == null ? null : details.toString()))
                        .build();
        return reply(claim, record, kind, kept);
    }

    private static Reply reply(
            Claim claim, SpecificRecord record, @Nullable FailureKind kind, Inbox.Kept kept) {
        return new Reply(
                record,
                claim.conversationId(),
                claim.taskId(),
                claim.capability(),
                kind,
                kept.before(),
                null);
    }

    private static Failure failure(
            FailureKind kind, String code, String message, @Nullable String details) {
        return Failure.newBuilder()
                .setKind(kind)
                .setCode(code)
                .setMessage(message)
                .setDetails(details)
                .build();
    }
}
