package errand.orchestrator.codec;

import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.facts.ThinkingAsked;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.conversation.Question;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.conversation.Thinking;
import errand.orchestrator.conversation.Thought;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Plan;
import errand.schemas.Topics;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thoughts as tasks of the planner, and its replies as thoughts. */
final class Talks {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AGENT = "planner";

    /**
     * A thought outlives the plan it tells of: under its id, a plan that was cancelled or failed
     * would take its own end along, as it does with every other task.
     */
    private static final String OF_NO_PLAN = "";

    private Talks() {}

    /** Whose task it is: the planner's are owned by messages, all others by plans. */
    static boolean isThought(String taskId) {
        return taskId.startsWith("m_") || taskId.contains("/_revise/");
    }

    static ThinkingAsked toAvro(Thinking thinking) {
        return new ThinkingAsked(
                thinking.taskId(),
                thinking.messageId(),
                kind(thinking),
                thinking.planId(),
                thinking.user(),
                thinking.lang(),
                thinking.text(),
                thinking.attempt(),
                thinking.deadline(),
                thinking.planOnly());
    }

    static Thinking fromAvro(ThinkingAsked asked) {
        return new Thinking(
                asked.getTaskId(),
                asked.getMessageId(),
                Thinking.Kind.valueOf(asked.getKind().toUpperCase(Locale.ROOT)),
                asked.getPlanId(),
                asked.getUser(),
                asked.getLang(),
                asked.getText(),
                asked.getAttempt(),
                asked.getDeadline(),
                asked.getPlanOnly());
    }

    private static String kind(Thinking thinking) {
        return thinking.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The task for the planner; null when the thought is not awaited any more. */
    static Optional<Outgoing> task(Conversation full, Instant at, Thinking thinking) {
        if (full.talk().thought(thinking.taskId()).isEmpty()) {
            return Optional.empty();
        }
        String input =
                switch (thinking.kind()) {
                    case DRAFT -> PlannerInputs.draft(full, at, thinking);
                    case REVISE ->
                            RevisionInputs.of(
                                    Objects.requireNonNull(
                                            full.plans()
                                                    .get(
                                                            Objects.requireNonNull(
                                                                    thinking.planId()))));
                    case ANSWER -> {
                        Plan plan = full.plans().get(Objects.requireNonNull(thinking.planId()));
                        Talk.Owed owed = full.talk().owed().get(thinking.planId());
                        yield PlannerInputs.answer(
                                Objects.requireNonNull(plan), Objects.requireNonNull(owed));
                    }
                };
        return Optional.of(
                new Outgoing(
                        Topics.taskRequests(AGENT),
                        thinking.taskId(),
                        new TaskRequested(
                                thinking.taskId(),
                                full.id(),
                                OF_NO_PLAN,
                                kind(thinking),
                                AGENT + "." + kind(thinking),
                                input,
                                at,
                                thinking.deadline(),
                                thinking.attempt(),
                                thinking.user(),
                                thinking.lang(),
                                null,
                                null)));
    }

    static Input thinks(TaskSucceeded reply) {
        Thought thought;
        Input.Notice notice = null;
        try {
            JsonNode output = JSON.readTree(reply.getOutput());
            thought = thought(output);
            notice = notice(output.path("notice"));
        } catch (JacksonException | IllegalArgumentException broken) {
            thought =
                    new Thought.Fails(
                            Failure.of(
                                    Failure.Kind.INVALID,
                                    "PLANNER_GARBAGE",
                                    "The planner's reply cannot be read."));
        }
        return new Input.Thinks(reply.getId(), reply.getAt(), reply.getTaskId(), thought, notice);
    }

    private static Input.@Nullable Notice notice(JsonNode notice) {
        return notice.isObject()
                ? new Input.Notice(text(notice, "code"), text(notice, "text"))
                : null;
    }

    static Input thinks(TaskRefused reply) {
        return new Input.Thinks(
                reply.getId(),
                reply.getAt(),
                reply.getTaskId(),
                new Thought.Fails(Common.fromAvro(reply.getFailure())));
    }

    static Input thinks(TaskFailed reply) {
        return new Input.Thinks(
                reply.getId(),
                reply.getAt(),
                reply.getTaskId(),
                new Thought.Fails(Common.fromAvro(reply.getFailure())));
    }

    private static Thought thought(JsonNode output) {
        return switch (output.path("kind").asString("")) {
            case "PLAN" ->
                    new Thought.Drafted(
                            CoreJson.readPlan(text(output, "plan")),
                            output.path("playbook").isString() ? text(output, "playbook") : null);
            case "QUESTION" ->
                    new Thought.Asks(
                            new Question(
                                    text(output, "text"),
                                    output.path("questions").isArray()
                                            ? output.path("questions").toString()
                                            : "[]",
                                    output.path("pending").isObject()
                                            ? output.path("pending").toString()
                                            : "{}"));
            case "ANSWER" ->
                    new Thought.Says(
                            text(output, "text"),
                            output.path("citations").isArray()
                                    ? output.path("citations").toString()
                                    : "[]",
                            output.path("cards").isObject()
                                    ? output.path("cards").toString()
                                    : "{}");
            case "REVISION" -> new Thought.Revised(CoreJson.readChange(text(output, "plan")));
            case "CHANGE" ->
                    new Thought.Changes(
                            CoreJson.readPlan(text(output, "plan")), text(output, "text"));
            case "ANOTHER" -> new Thought.WantsAnother();
            case "CANCEL" -> new Thought.Cancels();
            default -> throw new IllegalArgumentException("Unknown kind of thought");
        };
    }

    private static String text(JsonNode output, String name) {
        JsonNode value = output.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("No text '" + name + "'");
        }
        return value.asString();
    }
}
