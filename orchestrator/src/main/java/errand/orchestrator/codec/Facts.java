package errand.orchestrator.codec;

import errand.facts.*;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Question;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.PlanEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Facts as they stand in {@code conversation.events}, both ways. */
public final class Facts {

    private Facts() {}

    public static SpecificRecord toAvro(Fact fact) {
        return toAvro(fact, SpecTexts.NONE);
    }

    /** The same record, with the texts of plans that are known already. */
    public static SpecificRecord toAvro(Fact fact, SpecTexts known) {
        return switch (fact) {
            case Fact.MessageReceived f ->
                    new MessageReceived(f.messageId(), f.user(), f.lang(), f.text());
            case Fact.ThinkingAsked f -> Talks.toAvro(f.thinking());
            case Fact.PlanDrafted f ->
                    new PlanDrafted(f.taskId(), f.messageId(), f.planId(), f.lang(), f.playbook());
            case Fact.QuestionAsked f ->
                    new QuestionAsked(
                            f.taskId(),
                            f.messageId(),
                            f.question().text(),
                            f.question().parts(),
                            f.question().pending());
            case Fact.AnswerGiven f ->
                    new AnswerGiven(
                            f.taskId(),
                            f.messageId(),
                            f.planId(),
                            f.text(),
                            f.citations(),
                            f.cards());
            case Fact.NoticeGiven f ->
                    new NoticeGiven(f.taskId(), f.messageId(), f.code(), f.text());
            case Fact.CancelUnderstood f -> new CancelUnderstood(f.taskId(), f.messageId());
            case Fact.ConversationStuck f -> new ConversationStuck(f.inputId(), f.reason());
            case Fact.OfPlan f -> ofPlan(f.planId(), f.event(), known);
        };
    }

    private static SpecificRecord ofPlan(String plan, PlanEvent event, SpecTexts known) {
        return switch (event) {
            case PlanEvent.PlanAccepted e ->
                    new PlanAccepted(plan, e.spec().user(), e.spec().lang(), known.text(e.spec()));
            case PlanEvent.PlanAdmitted _ -> new PlanAdmitted(plan);
            case PlanEvent.StepReady e -> new StepReady(plan, e.stepId(), e.input(), e.quoteIds());
            case PlanEvent.StepExpanded e -> new StepExpanded(plan, e.stepId(), e.items());
            case PlanEvent.StepSkipped e -> new StepSkipped(plan, e.stepId(), e.reason());
            case PlanEvent.StepDispatched e ->
                    new StepDispatched(
                            plan, e.stepId(), e.taskId(), e.attempt(), e.deadline(), e.consentId());
            case PlanEvent.StepSucceeded e ->
                    new StepSucceeded(
                            plan, e.stepId(), e.output(), Common.quotesToAvro(e.quotes()));
            case PlanEvent.StepFailed e ->
                    new StepFailed(plan, e.stepId(), Common.toAvro(e.failure()));
            case PlanEvent.StepAlternativeTaken e ->
                    new StepAlternativeTaken(
                            plan,
                            e.stepId(),
                            e.capability(),
                            e.input(),
                            Common.toAvro(e.failure()));
            case PlanEvent.StepRequoted e ->
                    new StepRequoted(
                            plan,
                            e.stepId(),
                            e.replaced(),
                            Common.toAvro(e.quote()),
                            e.sourceId(),
                            e.output(),
                            Common.toAvro(e.failure()));
            case PlanEvent.StepRetryScheduled e ->
                    new StepRetryScheduled(
                            plan, e.stepId(), e.attempt(), e.dueAt(), Common.toAvro(e.failure()));
            case PlanEvent.StepWithdrawn e ->
                    new StepWithdrawn(
                            plan,
                            e.stepId(),
                            e.taskId(),
                            e.attempt(),
                            e.againAt(),
                            Common.toAvro(e.failure()));
            case PlanEvent.MandateTried e ->
                    new MandateTried(
                            plan, e.stepId(), e.capability(), e.input(), asked(plan, e.consent()));
            case PlanEvent.ConsentMandated e ->
                    new ConsentMandated(plan, e.consentId(), e.stepId());
            case PlanEvent.ConsentAsked e -> asked(plan, e.consent());
            case PlanEvent.ConsentGranted e -> new ConsentGranted(plan, e.consentId());
            case PlanEvent.ConsentRefused e -> new ConsentRefused(plan, e.consentId());
            case PlanEvent.ConsentExpired e -> new ConsentExpired(plan, e.consentId());
            case PlanEvent.ConsentWithdrawn e -> new ConsentWithdrawn(plan, e.consentId());
            case PlanEvent.ConsentAnswerDeclined e ->
                    new ConsentAnswerDeclined(plan, e.consentId(), e.code(), e.message());
            case PlanEvent.RevisionAsked e ->
                    new RevisionAsked(plan, e.round(), e.stepId(), Common.toAvro(e.failure()));
            case PlanEvent.RevisionGivenUp e -> new RevisionGivenUp(plan, e.round());
            case PlanEvent.PlanRevised e ->
                    new PlanRevised(plan, e.round(), CoreJson.write(e.change()));
            case PlanEvent.PlanUnwinding e ->
                    new PlanUnwinding(plan, Common.toAvro(e.outcome()), Common.toAvro(e.failure()));
            case PlanEvent.UndoDispatched e ->
                    new UndoDispatched(
                            plan,
                            e.stepId(),
                            e.taskId(),
                            e.capability(),
                            e.input(),
                            e.attempt(),
                            e.deadline());
            case PlanEvent.UndoRetryScheduled e ->
                    new UndoRetryScheduled(
                            plan, e.stepId(), e.attempt(), e.dueAt(), Common.toAvro(e.failure()));
            case PlanEvent.StepUndone e -> new StepUndone(plan, e.stepId(), e.output());
            case PlanEvent.UndoFailed e ->
                    new UndoFailed(plan, e.stepId(), Common.toAvro(e.failure()));
            case PlanEvent.PlanClosed e ->
                    new PlanClosed(
                            plan,
                            Common.toAvro(e.outcome()),
                            Common.failureOrNull(e.failure()),
                            Common.toAvro(e.spent()));
        };
    }

    private static ConsentAsked asked(String plan, Consent consent) {
        return new ConsentAsked(
                plan,
                consent.id(),
                consent.stepIds(),
                consent.hash(),
                consent.shown(),
                Common.quotesToAvro(consent.items()),
                Common.toAvro(consent.total()),
                consent.expiresAt(),
                consent.replaces());
    }

    /** The facts of one {@code ConversationAdvanced}. */
    public static List<Fact> fromAvro(List<?> events) {
        return events.stream().map(Facts::fromAvro).toList();
    }

    /** Throws {@link UnknownFact} for a kind of fact that this version does not know. */
    public static Fact fromAvro(Object event) {
        return switch (event) {
            case MessageReceived f ->
                    new Fact.MessageReceived(
                            f.getMessageId(), f.getUser(), f.getLang(), f.getText());
            case ThinkingAsked f -> new Fact.ThinkingAsked(Talks.fromAvro(f));
            case PlanDrafted f ->
                    new Fact.PlanDrafted(
                            f.getTaskId(),
                            f.getMessageId(),
                            f.getPlanId(),
                            f.getLang(),
                            f.getPlaybook());
            case QuestionAsked f ->
                    new Fact.QuestionAsked(
                            f.getTaskId(),
                            f.getMessageId(),
                            new Question(f.getText(), f.getQuestions(), f.getPending()));
            case AnswerGiven f ->
                    new Fact.AnswerGiven(
                            f.getTaskId(),
                            f.getMessageId(),
                            f.getPlanId(),
                            f.getText(),
                            f.getCitations(),
                            f.getCards());
            case NoticeGiven f ->
                    new Fact.NoticeGiven(f.getTaskId(), f.getMessageId(), f.getCode(), f.getText());
            case CancelUnderstood f -> new Fact.CancelUnderstood(f.getTaskId(), f.getMessageId());
            case ConversationStuck f -> new Fact.ConversationStuck(f.getInputId(), f.getReason());
            case PlanAccepted f ->
                    of(f.getPlanId(), new PlanEvent.PlanAccepted(CoreJson.readPlan(f.getPlan())));
            case PlanAdmitted f -> of(f.getPlanId(), new PlanEvent.PlanAdmitted());
            case StepReady f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepReady(f.getStepId(), f.getInput(), f.getQuoteIds()));
            case StepExpanded f ->
                    of(f.getPlanId(), new PlanEvent.StepExpanded(f.getStepId(), f.getItems()));
            case StepSkipped f ->
                    of(f.getPlanId(), new PlanEvent.StepSkipped(f.getStepId(), f.getReason()));
            case StepDispatched f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepDispatched(
                                    f.getStepId(),
                                    f.getTaskId(),
                                    f.getAttempt(),
                                    f.getDeadline(),
                                    f.getConsentId()));
            case StepSucceeded f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepSucceeded(
                                    f.getStepId(),
                                    f.getOutput(),
                                    Common.quotesFromAvro(f.getQuotes())));
            case StepFailed f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepFailed(
                                    f.getStepId(), Common.fromAvro(f.getFailure())));
            case StepAlternativeTaken f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepAlternativeTaken(
                                    f.getStepId(),
                                    f.getCapability(),
                                    f.getInput(),
                                    Common.fromAvro(f.getFailure())));
            case StepRequoted f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepRequoted(
                                    f.getStepId(),
                                    f.getReplaced(),
                                    Common.fromAvro(f.getQuote()),
                                    f.getSourceId(),
                                    f.getOutput(),
                                    Common.fromAvro(f.getFailure())));
            case StepRetryScheduled f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepRetryScheduled(
                                    f.getStepId(),
                                    f.getAttempt(),
                                    f.getDueAt(),
                                    Common.fromAvro(f.getFailure())));
            case StepWithdrawn f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.StepWithdrawn(
                                    f.getStepId(),
                                    f.getTaskId(),
                                    f.getAttempt(),
                                    f.getAgainAt(),
                                    Common.fromAvro(f.getFailure())));
            case MandateTried f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.MandateTried(
                                    f.getStepId(),
                                    f.getCapability(),
                                    f.getInput(),
                                    consent(f.getCard(), Consent.State.RESERVING)));
            case ConsentMandated f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.ConsentMandated(f.getConsentId(), f.getStepId()));
            case ConsentAsked f ->
                    of(f.getPlanId(), new PlanEvent.ConsentAsked(consent(f, Consent.State.OPEN)));
            case ConsentGranted f ->
                    of(f.getPlanId(), new PlanEvent.ConsentGranted(f.getConsentId()));
            case ConsentRefused f ->
                    of(f.getPlanId(), new PlanEvent.ConsentRefused(f.getConsentId()));
            case ConsentExpired f ->
                    of(f.getPlanId(), new PlanEvent.ConsentExpired(f.getConsentId()));
            case ConsentWithdrawn f ->
                    of(f.getPlanId(), new PlanEvent.ConsentWithdrawn(f.getConsentId()));
            case ConsentAnswerDeclined f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.ConsentAnswerDeclined(
                                    f.getConsentId(), f.getCode(), f.getMessage()));
            case RevisionAsked f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.RevisionAsked(
                                    f.getRound(), f.getStepId(), Common.fromAvro(f.getFailure())));
            case RevisionGivenUp f ->
                    of(f.getPlanId(), new PlanEvent.RevisionGivenUp(f.getRound()));
            case PlanRevised f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.PlanRevised(
                                    f.getRound(), CoreJson.readChange(f.getChange())));
            case PlanUnwinding f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.PlanUnwinding(
                                    Common.fromAvro(f.getOutcome()),
                                    Common.fromAvro(f.getFailure())));
            case UndoDispatched f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.UndoDispatched(
                                    f.getStepId(),
                                    f.getTaskId(),
                                    f.getCapability(),
                                    f.getInput(),
                                    f.getAttempt(),
                                    f.getDeadline()));
            case UndoRetryScheduled f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.UndoRetryScheduled(
                                    f.getStepId(),
                                    f.getAttempt(),
                                    f.getDueAt(),
                                    Common.fromAvro(f.getFailure())));
            case StepUndone f ->
                    of(f.getPlanId(), new PlanEvent.StepUndone(f.getStepId(), f.getOutput()));
            case UndoFailed f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.UndoFailed(
                                    f.getStepId(), Common.fromAvro(f.getFailure())));
            case PlanClosed f ->
                    of(
                            f.getPlanId(),
                            new PlanEvent.PlanClosed(
                                    Common.fromAvro(f.getOutcome()),
                                    Common.failureFromNullable(f.getFailure()),
                                    Common.fromAvro(f.getSpent())));
            default -> throw new UnknownFact(String.valueOf(event));
        };
    }

    private static Fact of(String planId, PlanEvent event) {
        return new Fact.OfPlan(planId, event);
    }

    private static Consent consent(ConsentAsked f, Consent.State state) {
        return new Consent(
                f.getConsentId(),
                f.getStepIds(),
                f.getHash(),
                f.getShown(),
                Common.quotesFromAvro(f.getItems()),
                Common.fromAvro(f.getTotal()),
                f.getExpiresAt(),
                f.getReplaces(),
                state);
    }
}
