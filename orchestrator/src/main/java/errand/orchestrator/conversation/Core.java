package errand.orchestrator.conversation;

import errand.orchestrator.plan.Changing;
import errand.orchestrator.plan.Changing.Reason;
import errand.orchestrator.plan.Changing.Verdict;
import errand.orchestrator.plan.Decider;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic heart: a conversation and one input of its inbox give the facts and the
 * conversation after them. Engine, replay and simulation all call exactly this.
 */
public final class Core {

    /** Plans of one conversation that run or wait at the same time. */
    static final int OPEN_PLANS = 20;

    private final Decider decider;
    private final Changing changing;

    public Core(Documents documents) {
        this.decider = new Decider(documents);
        this.changing = new Changing(documents);
    }

    /**
     * What one input did.
     *
     * @param facts none when the input had no consequences
     * @param full the conversation with the plans that just ended: what messages are made from
     * @param kept the conversation as the engine keeps it
     */
    public record Step(List<Fact> facts, Conversation full, Conversation kept) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Applies one input. Time never goes back: an input from the past happens now. An input without
     * consequences leaves the conversation exactly as it was, its time included, so that it need
     * not be stored.
     */
    public Step apply(Conversation before, Input input) {
        Instant at = input.at().isBefore(before.at()) ? before.at() : input.at();
        List<Fact> facts = new ArrayList<>(decide(before, input, at));
        if (facts.isEmpty()) {
            return new Step(facts, before, before);
        }
        Conversation full = before.after(at, facts);
        List<Fact> owed = new ArrayList<>(Thoughts.ofWhatEnded(full, at));
        owed.addAll(Revising.asked(full, at));
        if (!owed.isEmpty()) {
            facts.addAll(owed);
            full = before.after(at, facts);
        }
        return new Step(facts, full, full.live());
    }

    /** Records that an input could not be handled. */
    public Step stuck(Conversation before, @Nullable String inputId, String reason) {
        List<Fact> facts = List.of(new Fact.ConversationStuck(inputId, reason));
        Conversation full = before.after(before.at(), facts);
        return new Step(facts, full, full.live());
    }

    private List<Fact> decide(Conversation before, Input input, Instant at) {
        return switch (input) {
            case Input.Said said -> Thoughts.ofMessage(said, at);
            case Input.Admitted turn -> admitted(before, turn, at);
            case Input.Thinks thinks -> thinks(before, thinks, at);
            case Input.Submitted submitted ->
                    submitted(before, new PlanCommand.Submit(submitted.plan(), at));
            case Input.Answered answered -> answered(before, answered, at);
            case Input.CancelAsked cancel -> cancelled(before, cancel, at);
            case Input.ForPlans reply -> replied(before, reply, at);
        };
    }

    /**
     * A plan begins, or a message is thought about; what was not queued, or no longer is, stays.
     */
    private List<Fact> admitted(Conversation before, Input.Admitted turn, Instant at) {
        List<Fact> facts = new ArrayList<>(Thoughts.admitted(before, turn.what(), at));
        if (before.plans().containsKey(turn.what())) {
            facts.addAll(forPlans(before, turn.what(), new PlanCommand.Admit(at)));
        }
        return facts;
    }

    private List<Fact> submitted(Conversation before, PlanCommand.Submit submit) {
        String planId = submit.spec().id();
        long open = before.plans().values().stream().filter(plan -> !plan.closed()).count();
        if (open >= OPEN_PLANS && !before.plans().containsKey(planId)) {
            return of(planId, decider.turnedAway(submit, tooMany(open)));
        }
        return of(planId, decider.decide(before.plans().get(planId), submit));
    }

    private static Failure tooMany(long open) {
        return Failure.of(
                Failure.Kind.INVALID,
                "TOO_MANY_PLANS",
                "%d plans of this conversation run or wait already; at most %d are allowed. Wait until one ends, or cancel one."
                        .formatted(open, OPEN_PLANS));
    }

    /** What comes of a thought that is awaited; a late or repeated one changes nothing. */
    private List<Fact> thinks(Conversation before, Input.Thinks thinks, Instant at) {
        Thinking thinking = before.talk().thought(thinks.taskId()).orElse(null);
        if (thinking == null) {
            return List.of();
        }
        if (thinking.kind() == Thinking.Kind.REVISE) {
            return revised(before, thinking, thinks.thought(), at);
        }
        Thought thought = Thoughts.allowed(thinking, thinks.thought());
        if (thought instanceof Thought.WantsAnother) {
            List<Fact> revised = forPlans(before, null, new PlanCommand.WantAnother(at));
            List<Fact> all = new ArrayList<>();
            all.add(Revising.said(thinking, !revised.isEmpty()));
            all.addAll(revised);
            return all;
        }
        List<Fact> facts = new ArrayList<>();
        Input.Notice notice = thinks.notice();
        if (notice != null) {
            facts.add(
                    new Fact.NoticeGiven(
                            thinking.taskId(), thinking.messageId(), notice.code(), notice.text()));
        }
        if (thought instanceof Thought.Changes wish) {
            facts.addAll(changed(before, thinking, wish, at));
            return facts;
        }
        facts.addAll(Thoughts.of(thinking, thought, before, at));
        switch (thought) {
            case Thought.Drafted drafted ->
                    facts.addAll(submitted(before, new PlanCommand.Submit(drafted.plan(), at)));
            case Thought.Cancels _ ->
                    facts.addAll(
                            forPlans(
                                    before,
                                    null,
                                    new PlanCommand.Cancel("Cancelled by the person.", at)));
            case Thought.Asks _,
                    Thought.Says _,
                    Thought.Revised _,
                    Thought.WantsAnother _,
                    Thought.Changes _,
                    Thought.Fails _ -> {
                // Told by the facts above.
            }
        }
        return facts;
    }

    /** Judged on the plan as it is now, whatever it was when the planner looked at it. */
    private List<Fact> changed(
            Conversation before, Thinking thinking, Thought.Changes wish, Instant at) {
        boolean zh = wish.wanted().lang().equals("zh");
        Plan plan = before.plans().get(wish.wanted().id());
        Changing.Verdict verdict =
                plan == null ? new Verdict.Refused(Reason.OVER) : changing.of(plan, wish.wanted());
        return switch (verdict) {
            case Verdict.Refused(Reason reason) ->
                    List.of(Changed.said(thinking, Changed.refused(reason, zh, plan)));
            case Verdict.Possible(var change, var cards) -> {
                List<Fact> facts = new ArrayList<>();
                facts.addAll(
                        forPlans(
                                before,
                                wish.wanted().id(),
                                new PlanCommand.ChangeTo(change, cards, at)));
                String told =
                        facts.isEmpty() ? Changed.refused(Reason.OVER, zh, plan) : wish.text();
                facts.addFirst(Changed.said(thinking, told));
                yield facts;
            }
        };
    }

    /** Another way, or none: then the plan turns round. */
    private List<Fact> revised(
            Conversation before, Thinking thinking, Thought thought, Instant at) {
        if (thought instanceof Thought.Fails(var failure)
                && Revising.again(thinking, failure, at)) {
            return List.of(new Fact.ThinkingAsked(thinking.again()));
        }
        return forPlans(before, thinking.planId(), Revising.command(thinking, thought, at));
    }

    private List<Fact> cancelled(Conversation before, Input.CancelAsked cancel, Instant at) {
        List<Fact> facts = new ArrayList<>();
        if (cancel.planId() == null) {
            facts.addAll(Thoughts.dropped(before));
        }
        facts.addAll(
                forPlans(before, cancel.planId(), new PlanCommand.Cancel(cancel.reason(), at)));
        return facts;
    }

    private List<Fact> replied(Conversation before, Input.ForPlans reply, Instant at) {
        PlanCommand command = moved(reply.command(), at);
        List<Fact> facts = new ArrayList<>(forPlans(before, reply.planId(), command));
        if (command instanceof PlanCommand.PassTime) {
            facts.addAll(Thoughts.late(before, at));
            Conversation since = before.after(at, facts);
            for (Thinking late : Revising.late(since, at)) {
                facts.addAll(
                        forPlans(
                                since,
                                late.planId(),
                                Revising.command(late, new Thought.Cancels(), at)));
            }
        }
        return facts;
    }

    private List<Fact> answered(Conversation before, Input.Answered answer, Instant at) {
        PlanCommand command =
                new PlanCommand.AnswerConsent(
                        answer.consentId(), answer.granted(), answer.hash(), at);
        for (Plan plan : before.plans().values()) {
            if (!plan.closed() && plan.consent(answer.consentId()).isPresent()) {
                return of(plan.id(), decider.decide(plan, command));
            }
        }
        return of(
                "",
                List.of(
                        new PlanEvent.ConsentAnswerDeclined(
                                answer.consentId(),
                                "NOT_OPEN",
                                "No running plan waits for this consent.")));
    }

    private List<Fact> forPlans(Conversation before, @Nullable String planId, PlanCommand command) {
        List<Fact> facts = new ArrayList<>();
        for (Plan plan : before.plans().values()) {
            if (!plan.closed() && (planId == null || plan.id().equals(planId))) {
                facts.addAll(of(plan.id(), decider.decide(plan, command)));
            }
        }
        return facts;
    }

    private static List<Fact> of(String planId, List<PlanEvent> events) {
        List<Fact> facts = new ArrayList<>(events.size());
        for (PlanEvent event : events) {
            facts.add(new Fact.OfPlan(planId, event));
        }
        return facts;
    }

    private static PlanCommand moved(PlanCommand command, Instant at) {
        return switch (command) {
            case PlanCommand.Submit c -> new PlanCommand.Submit(c.spec(), at);
            case PlanCommand.Admit c -> new PlanCommand.Admit(at);
            case PlanCommand.ReportSucceeded c ->
                    new PlanCommand.ReportSucceeded(c.taskId(), c.output(), at);
            case PlanCommand.ReportRefused c ->
                    new PlanCommand.ReportRefused(c.taskId(), c.failure(), at);
            case PlanCommand.ReportFailed c ->
                    new PlanCommand.ReportFailed(c.taskId(), c.failure(), at);
            case PlanCommand.AnswerConsent c ->
                    new PlanCommand.AnswerConsent(c.consentId(), c.granted(), c.hash(), at);
            case PlanCommand.Cancel c -> new PlanCommand.Cancel(c.reason(), at);
            case PlanCommand.WantAnother c -> new PlanCommand.WantAnother(at);
            case PlanCommand.Revise c -> new PlanCommand.Revise(c.round(), c.change(), at);
            case PlanCommand.ChangeTo c -> new PlanCommand.ChangeTo(c.change(), c.cards(), at);
            case PlanCommand.PassTime c -> new PlanCommand.PassTime(at);
        };
    }
}
