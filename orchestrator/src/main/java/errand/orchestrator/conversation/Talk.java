package errand.orchestrator.conversation;

import errand.orchestrator.plan.PlanEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said, besides what is done: thoughts awaited, the question that is open, the plans whose
 * end has still to be told, and the last lines. Immutable.
 *
 * @param owed by plan id
 * @param recent oldest first, at most {@value #LINES}
 */
public record Talk(
        List<Thinking> thinking,
        @Nullable Question question,
        Map<String, Owed> owed,
        List<Line> recent) {

    private static final int LINES = 10;
    private static final int LONGEST_LINE = 500;

    /** Nothing was said. */
    public static final Talk NONE = new Talk(List.of(), null, Map.of(), List.of());

    /** One line of the conversation, shortened. */
    public record Line(boolean person, String text) {}

    /** A plan that came from a message: when it is over, the person is told. */
    public record Owed(String messageId, String lang, @Nullable String playbook) {}

    public Talk {
        thinking = List.copyOf(thinking);
        owed = Collections.unmodifiableMap(new LinkedHashMap<>(owed));
        recent = List.copyOf(recent);
    }

    /** What is left of it when nothing is under way: what the next message may refer to. */
    public Talk rest() {
        return new Talk(List.of(), question, Map.of(), recent);
    }

    /** Whether nothing was said. */
    public boolean none() {
        return equals(NONE);
    }

    public Optional<Thinking> thought(String taskId) {
        return thinking.stream().filter(one -> one.taskId().equals(taskId)).findFirst();
    }

    /** Whether the plan, though over, is still needed: its end is being put in words. */
    boolean needs(String planId) {
        return owed.containsKey(planId);
    }

    /** The talk after a fact. Total. */
    public Talk after(Fact fact) {
        return switch (fact) {
            case Fact.MessageReceived f -> new Talk(thinking, question, owed, with(true, f.text()));
            case Fact.ThinkingAsked f -> new Talk(with(f.thinking()), question, owed, recent);
            case Fact.PlanDrafted f ->
                    new Talk(
                            without(f.taskId()),
                            null,
                            with(f.planId(), new Owed(f.messageId(), f.lang(), f.playbook())),
                            recent);
            case Fact.QuestionAsked f ->
                    new Talk(
                            without(f.taskId()),
                            f.question(),
                            owed,
                            with(false, f.question().text()));
            case Fact.AnswerGiven f ->
                    new Talk(
                            without(f.taskId()),
                            f.planId() == null ? null : question,
                            without(owed, f.planId()),
                            with(false, f.text()));
            case Fact.CancelUnderstood f -> new Talk(without(f.taskId()), null, owed, recent);
            case Fact.OfPlan(String planId, PlanEvent event) when endsRevision(event) ->
                    new Talk(withoutRevision(planId), question, owed, recent);
            case Fact.NoticeGiven _, Fact.ConversationStuck _, Fact.OfPlan _ -> this;
        };
    }

    private static boolean endsRevision(PlanEvent event) {
        return event instanceof PlanEvent.PlanRevised
                || event instanceof PlanEvent.RevisionGivenUp
                || event instanceof PlanEvent.PlanUnwinding
                || event instanceof PlanEvent.PlanClosed;
    }

    private List<Thinking> withoutRevision(String planId) {
        return thinking.stream()
                .filter(one -> one.kind() != Thinking.Kind.REVISE || !planId.equals(one.planId()))
                .toList();
    }

    private List<Thinking> with(Thinking next) {
        List<Thinking> all = new ArrayList<>(without(next.taskId()));
        all.add(next);
        return all;
    }

    private List<Thinking> without(String taskId) {
        return thinking.stream().filter(one -> !one.taskId().equals(taskId)).toList();
    }

    private Map<String, Owed> with(String planId, Owed plan) {
        Map<String, Owed> all = new LinkedHashMap<>(owed);
        all.put(planId, plan);
        return all;
    }

    private static Map<String, Owed> without(Map<String, Owed> owed, @Nullable String planId) {
        Map<String, Owed> all = new LinkedHashMap<>(owed);
        if (planId != null) {
            all.remove(planId);
        }
        return all;
    }

    private List<Line> with(boolean person, String text) {
        List<Line> all = new ArrayList<>(recent);
        int end =
                text.offsetByCodePoints(
                        0, Math.min(LONGEST_LINE, text.codePointCount(0, text.length())));
        all.add(new Line(person, text.substring(0, end)));
        return all.subList(Math.max(0, all.size() - LINES), all.size());
    }
}
