package errand.orchestrator.codec;

import errand.common.Resume;
import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.Decision;
import errand.events.PlanSubmitted;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.events.TimerDue;
import errand.events.UserSaid;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanSpec;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of {@code conversation.inbox} as inputs of the core. */
public final class Inputs {

    private Inputs() {}

    /** Throws {@link UnknownFact} for a record type that this version does not know. */
    public static Input fromAvro(SpecificRecord record) {
        return switch (record) {
            case UserSaid r ->
                    new Input.Said(
                            r.getId(),
                            r.getAt(),
                            resume(r.getResume()),
                            r.getMessageId(),
                            r.getUser(),
                            r.getLang(),
                            r.getText(),
                            r.getPlanOnly());
            case PlanSubmitted r ->
                    new Input.Submitted(r.getId(), r.getAt(), resume(r.getResume()), plan(r));
            case ConsentAnswered r ->
                    new Input.Answered(
                            r.getId(),
                            r.getAt(),
                            resume(r.getResume()),
                            r.getConsentId(),
                            r.getDecision() == Decision.GRANT,
                            r.getHash());
            case CancelRequested r ->
                    new Input.CancelAsked(
                            r.getId(),
                            r.getAt(),
                            resume(r.getResume()),
                            r.getPlanId(),
                            r.getReason());
            case TaskSucceeded r when Talks.isThought(r.getTaskId()) -> Talks.thinks(r);
            case TaskRefused r when Talks.isThought(r.getTaskId()) -> Talks.thinks(r);
            case TaskFailed r when Talks.isThought(r.getTaskId()) -> Talks.thinks(r);
            case TaskSucceeded r ->
                    reply(
                            r.getId(),
                            r.getTaskId(),
                            new PlanCommand.ReportSucceeded(
                                    r.getTaskId(), r.getOutput(), r.getAt()));
            case TaskRefused r ->
                    reply(
                            r.getId(),
                            r.getTaskId(),
                            new PlanCommand.ReportRefused(
                                    r.getTaskId(), Common.fromAvro(r.getFailure()), r.getAt()));
            case TaskFailed r ->
                    reply(
                            r.getId(),
                            r.getTaskId(),
                            new PlanCommand.ReportFailed(
                                    r.getTaskId(), Common.fromAvro(r.getFailure()), r.getAt()));
            case TimerDue r ->
                    new Input.ForPlans(r.getId(), null, new PlanCommand.PassTime(r.getAt()));
            default -> throw new UnknownFact(record.getSchema().getFullName());
        };
    }

    private static PlanSpec plan(PlanSubmitted submitted) {
        PlanSpec plan = CoreJson.readPlan(submitted.getPlan());
        if (!plan.id().equals(submitted.getPlanId())) {
            throw new IllegalArgumentException(
                    "PlanSubmitted names plan '%s' and holds plan '%s'."
                            .formatted(submitted.getPlanId(), plan.id()));
        }
        return plan;
    }

    private static Input reply(String id, String taskId, PlanCommand command) {
        int slash = taskId.indexOf('/');
        return new Input.ForPlans(id, slash < 0 ? taskId : taskId.substring(0, slash), command);
    }

    private static Input.@Nullable Resume resume(@Nullable Resume resume) {
        return resume == null
                ? null
                : new Input.Resume(resume.getSeq(), CoreJson.readTalk(resume.getContext()));
    }
}
