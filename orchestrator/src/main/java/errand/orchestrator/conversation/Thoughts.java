package errand.orchestrator.conversation;

import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the planner and what follows from its replies. Nobody is left without an answer:
 * where the planner fails, the facts themselves say plainly how things stand.
 */
final class Thoughts {

    /** How long a thought is waited for, all attempts together. */
    static final Duration WITHIN = Duration.ofSeconds(45);

    private static final int ATTEMPTS = 2;
    private static final String NOTHING = "[]";
    private static final String NO_CARDS = "{}";

    private Thoughts() {}

    static List<Fact> ofMessage(Input.Said said, Instant at) {
        return List.of(
                new Fact.MessageReceived(said.messageId(), said.user(), said.lang(), said.text()),
                new Fact.ThinkingAsked(
                        new Thinking(
                                said.messageId() + "/draft/do/1",
                                said.messageId(),
                                Thinking.Kind.DRAFT,
                                null,
                                said.user(),
                                said.lang(),
                                said.text(),
                                1,
                                at.plus(WITHIN),
                                said.planOnly())));
    }

    /**
     * Where only the plan is wanted nothing is started or stopped, whatever the planner replied.
     */
    static Thought allowed(Thinking thinking, Thought thought) {
        boolean acts =
                thought instanceof Thought.Drafted
                        || thought instanceof Thought.WantsAnother
                        || thought instanceof Thought.Changes
                        || thought instanceof Thought.Cancels;
        return thinking.planOnly() && acts
                ? new Thought.Says(
                        zh(thinking)
                                ? "只看计划：什么都没有开始，也没有停下。"
                                : "Only a plan was wanted: nothing was started, and nothing"
                                        + " stopped.",
                        NOTHING,
                        NO_CARDS)
                : thought;
    }

    /** Plans that are over and not told yet: the planner puts them in words. */
    static List<Fact> ofWhatEnded(Conversation full, Instant at) {
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, Talk.Owed> owed : full.talk().owed().entrySet()) {
            Plan plan = full.plans().get(owed.getKey());
            String taskId = owed.getValue().messageId() + "/answer/do/1";
            if (plan != null && plan.closed() && full.talk().thought(taskId).isEmpty()) {
                facts.add(
                        new Fact.ThinkingAsked(
                                new Thinking(
                                        taskId,
                                        owed.getValue().messageId(),
                                        Thinking.Kind.ANSWER,
                                        plan.id(),
                                        plan.spec().user(),
                                        owed.getValue().lang(),
                                        "",
                                        1,
                                        at.plus(WITHIN),
                                        false)));
            }
        }
        return facts;
    }

    /** What follows from a reply, besides what happens to plans. */
    static List<Fact> of(Thinking thinking, Thought thought, Conversation before, Instant at) {
        return switch (thought) {
            case Thought.Drafted(var plan, var playbook) ->
                    List.of(
                            new Fact.PlanDrafted(
                                    thinking.taskId(),
                                    thinking.messageId(),
                                    plan.id(),
                                    plan.lang(),
                                    playbook));
            case Thought.Asks(Question question) ->
                    List.of(
                            new Fact.QuestionAsked(
                                    thinking.taskId(), thinking.messageId(), question));
            case Thought.Says(String text, String citations, String cards) ->
                    List.of(said(thinking, text, citations, cards));
            case Thought.Cancels _ ->
                    List.of(new Fact.CancelUnderstood(thinking.taskId(), thinking.messageId()));
            case Thought.Fails(Failure failure) -> failed(thinking, failure, before, at);
            case Thought.WantsAnother _, Thought.Changes _, Thought.Revised _ ->
                    failed(
                            thinking,
                            Failure.of(
                                    Failure.Kind.INVALID,
                                    "PLANNER_GARBAGE",
                                    "The planner's reply does not fit."),
                            before,
                            at);
        };
    }

    private static List<Fact> failed(
            Thinking thinking, Failure failure, Conversation before, Instant at) {
        boolean again =
                failure.kind() == Failure.Kind.TRANSIENT
                        && thinking.attempt() < ATTEMPTS
                        && at.isBefore(thinking.deadline());
        return List.of(
                again
                        ? new Fact.ThinkingAsked(thinking.again())
                        : said(thinking, without(thinking, failure, before)));
    }

    /** Thoughts that nobody waits for any longer. */
    static List<Fact> late(Conversation before, Instant at) {
        Failure late = Failure.of(Failure.Kind.TIMEOUT, "PLANNER_LATE", "No reply in time.");
        List<Fact> facts = new ArrayList<>();
        for (Thinking thinking : before.talk().thinking()) {
            if (thinking.kind() != Thinking.Kind.REVISE && !at.isBefore(thinking.deadline())) {
                facts.addAll(failed(thinking, late, before, at));
            }
        }
        return facts;
    }

    /** The person does not want what is being thought about. */
    static List<Fact> dropped(Conversation before) {
        List<Fact> facts = new ArrayList<>();
        for (Thinking thinking : before.talk().thinking()) {
            if (thinking.kind() == Thinking.Kind.DRAFT) {
                facts.add(said(thinking, zh(thinking) ? "好的，不做了。" : "All right, I have stopped."));
            }
        }
        return facts;
    }

    private static Fact said(Thinking thinking, String text) {
        return said(thinking, text, NOTHING, NO_CARDS);
    }

    private static Fact said(Thinking thinking, String text, String citations, String cards) {
        return new Fact.AnswerGiven(
                thinking.taskId(), thinking.messageId(), thinking.planId(), text, citations, cards);
    }

    private static boolean zh(Thinking thinking) {
        return thinking.lang().equals("zh");
    }

    /** Said without the planner. */
    private static String without(Thinking thinking, Failure failure, Conversation before) {
        Plan plan = thinking.planId() == null ? null : before.plans().get(thinking.planId());
        if (plan == null) {
            return zh(thinking)
                    ? "抱歉，我现在没法安排这件事（%s）。什么都没有预订，也没有付款；请稍后再说一次。".formatted(failure.message())
                    : "Sorry, I cannot plan this right now (%s). Nothing was booked or paid; please say it again later."
                            .formatted(failure.message());
        }
        return ended(thinking, plan);
    }

    private static String ended(Thinking thinking, Plan plan) {
        String why = why(plan);
        String state =
                plan.stage() instanceof Stage.Closed closed
                        ? closed.outcome().name().toLowerCase(java.util.Locale.ROOT)
                        : "over";
        return zh(thinking)
                ? "“%s”已结束：%s。%s".formatted(plan.spec().goal(), state, why)
                : "'%s' is over: %s. %s".formatted(plan.spec().goal(), state, why).strip();
    }

    private static String why(Plan plan) {
        @Nullable Failure failure =
                plan.stage() instanceof Stage.Closed closed ? closed.failure() : null;
        return failure == null ? "" : failure.message();
    }
}
