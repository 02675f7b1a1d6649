package errand.orchestrator.conversation;

import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The planner is asked how else a plan might go on. */
final class Revising {

    private static final String TASK = "/_revise/do/";
    private static final int ATTEMPTS = 2;

    private Revising() {}

    /** For each plan that wants another way and for which nobody is asked yet. */
    static List<Fact> asked(Conversation full, Instant at) {
        List<Fact> facts = new ArrayList<>();
        for (Plan plan : full.plans().values()) {
            if (plan.stage() instanceof Stage.Running running && running.revising() != null) {
                String taskId = plan.id() + TASK + running.revisions();
                if (full.talk().thought(taskId).isEmpty()) {
                    facts.add(new Fact.ThinkingAsked(thinking(taskId, plan, at)));
                }
            }
        }
        return facts;
    }

    private static Thinking thinking(String taskId, Plan plan, Instant at) {
        return new Thinking(
                taskId,
                plan.id(),
                Thinking.Kind.REVISE,
                plan.id(),
                plan.spec().user(),
                plan.spec().lang(),
                "",
                1,
                at.plus(Thoughts.WITHIN),
                false);
    }

    /** The person hears at once whether another one is looked for. */
    static Fact said(Thinking thinking, boolean looked) {
        boolean zh = thinking.lang().equals("zh");
        String yes =
                zh ? "好的，看看还有没有别的，找到了再问您。" : "All right, I look for another one and ask you again.";
        String no =
                zh
                        ? "现在没有能换的：要等到问您要不要其中一样的时候才能换，而且最多换两次。不想要了就说“算了”。"
                        : "There is nothing to swap right now: that is possible while you are asked about one thing, and twice at most. To stop it, say \"forget it\".";
        return new Fact.AnswerGiven(
                thinking.taskId(), thinking.messageId(), null, looked ? yes : no, "[]", "{}");
    }

    static boolean again(Thinking thinking, Failure failure, Instant at) {
        return failure.kind() == Failure.Kind.TRANSIENT
                && thinking.attempt() < ATTEMPTS
                && at.isBefore(thinking.deadline());
    }

    /** Those that nobody waits for any longer. */
    static List<Thinking> late(Conversation since, Instant at) {
        return since.talk().thinking().stream()
                .filter(one -> one.kind() == Thinking.Kind.REVISE && !at.isBefore(one.deadline()))
                .toList();
    }

    /** What it means for the plan; anything but another way means that there is none. */
    static PlanCommand command(Thinking thinking, Thought thought, Instant at) {
        String taskId = thinking.taskId();
        int round = Integer.parseInt(taskId.substring(taskId.lastIndexOf('/') + 1));
        return new PlanCommand.Revise(
                round, thought instanceof Thought.Revised(var change) ? change : null, at);
    }
}
