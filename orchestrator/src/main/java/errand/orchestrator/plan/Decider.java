package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanCommand.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan and a command give the facts that follow. Every fact is folded before its consequences are
 * judged, so that they are judged on the plan as it is after the fact.
 */
public final class Decider {

    private final Documents documents;

    public Decider(Documents documents) {
        this.documents = documents;
    }

    /**
     * @param plan null before the plan was accepted
     */
    public List<PlanEvent> decide(@Nullable Plan plan, PlanCommand command) {
        if (plan == null) {
            return command instanceof Submit submit ? submitted(submit) : List.of();
        }
        if (plan.closed()) {
            return List.of();
        }
        Journal journal = new Journal(plan, command.at());
        apply(journal, command);
        settle(journal);
        return journal.events();
    }

    private List<PlanEvent> submitted(Submit submit) {
        PlanSpec spec = submit.spec().from(submit.at());
        PlanEvent accepted = new PlanEvent.PlanAccepted(spec);
        Journal journal = new Journal(Plan.accepted(spec), submit.at());
        settle(journal);
        return journal.eventsAfter(accepted);
    }

    private void apply(Journal journal, PlanCommand command) {
        Replies replies = new Replies(journal, documents);
        switch (command) {
            case Submit c -> {}
            case ReportSucceeded c -> replies.succeeded(c.taskId(), c.output());
            case ReportRefused c -> replies.refused(c.taskId(), c.failure());
            case ReportFailed c -> replies.failed(c.taskId(), c.failure());
            case AnswerConsent c -> new Cards(journal, documents).answer(c);
            case Cancel c ->
                    journal.unwind(
                            Outcome.CANCELLED,
                            Failure.of(Failure.Kind.CANCELLED, "CANCELLED", c.reason()));
            case WantAnother c -> new Revisions(journal).wanted();
            case Revise c -> new Revisions(journal).answered(c);
            case ChangeTo c -> new Revisions(journal).changed(c);
            case PassTime c -> new Deadlines(journal).pass();
        }
    }

    /** Goes on until nothing more follows. */
    private void settle(Journal journal) {
        int before;
        do {
            before = journal.size();
            switch (journal.plan().stage()) {
                case Stage.Running running -> new Forward(journal, documents).run();
                case Stage.Unwinding unwinding -> new Backward(journal, documents).run(unwinding);
                case Stage.Closed closed -> {}
            }
        } while (journal.size() > before);
    }
}
