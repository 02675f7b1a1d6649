package errand.orchestrator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.TaskRequested;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said and what follows from it. */
class TalkTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String DRAFT = "m_1/draft/do/1";
    private static final String ANSWER = "m_1/answer/do/1";
    private static final Question WHERE = new Question("Where?", "[]", "{\"playbook\":\"hotel\"}");

    private final Core core = new Core(new JsonataDocuments());
    private final List<Fact> facts = new ArrayList<>();
    private Conversation conversation = Conversation.begun("c_1");
    private Instant now = NOON;

    @Test
    void a_message_is_thought_about() {
        say("m_1", "book me a hotel");
        assertThat(facts)
                .satisfiesExactly(
                        said -> assertThat(said).isInstanceOf(Fact.MessageReceived.class),
                        asked ->
                                assertThat(((Fact.ThinkingAsked) asked).thinking())
                                        .returns(DRAFT, Thinking::taskId)
                                        .returns("book me a hotel", Thinking::text)
                                        .returns(1, Thinking::attempt));
        assertThat(conversation.idle()).isFalse();
        assertThat(conversation.nextDue()).isEqualTo(NOON.plus(Thoughts.WITHIN));
    }

    @Test
    void a_question_stays_open_until_the_next_message_was_thought_about() {
        say("m_1", "book me a hotel");
        think(DRAFT, new Thought.Asks(WHERE));
        assertThat(conversation.talk().question()).isEqualTo(WHERE);
        assertThat(conversation.idle()).isTrue();

        say("m_2", "Hangzhou");
        assertThat(conversation.talk().question()).isEqualTo(WHERE);
        think("m_2/draft/do/1", new Thought.Says("There is none.", "[]", "{}"));
        assertThat(conversation.talk().question()).isNull();
        assertThat(conversation.talk().recent())
                .extracting(Talk.Line::text)
                .containsExactly("book me a hotel", "Where?", "Hangzhou", "There is none.");
    }

    @Test
    void a_drafted_plan_runs_and_its_end_is_told_once() {
        say("m_1", "go");
        think(DRAFT, new Thought.Drafted(plan(), "test"));
        assertThat(conversation.plans()).containsKey("p_1");
        think(DRAFT, new Thought.Drafted(plan(), "test"));
        assertThat(facts).isEmpty();

        finish("p_1/a/do/1");
        assertThat(facts)
                .last()
                .satisfies(
                        asked ->
                                assertThat(((Fact.ThinkingAsked) asked).thinking())
                                        .returns(ANSWER, Thinking::taskId)
                                        .returns("p_1", Thinking::planId));
        assertThat(conversation.plans()).as("needed for the answer").containsKey("p_1");
        assertThat(conversation.idle()).isFalse();

        think(ANSWER, new Thought.Says("Done.", "[]", "{}"));
        assertThat(conversation.plans()).isEmpty();
        assertThat(conversation.idle()).isTrue();
        assertThat(conversation.talk().owed()).isEmpty();
    }

    @Test
    void a_word_about_how_a_thought_came_about_is_told_before_what_came_of_it() {
        say("m_1", "go");
        Thought says = new Thought.Says("There is none.", "[]", "{}");
        Input.Notice word = new Input.Notice("MODEL_AWAY", "Worked out by rules.");
        apply(new Input.Thinks("r", now, DRAFT, says, word));
        assertThat(facts)
                .satisfiesExactly(
                        told ->
                                assertThat(told)
                                        .isEqualTo(
                                                new Fact.NoticeGiven(
                                                        DRAFT,
                                                        "m_1",
                                                        "MODEL_AWAY",
                                                        "Worked out by rules.")),
                        answered -> assertThat(answered).isInstanceOf(Fact.AnswerGiven.class));
        assertThat(conversation.talk().recent())
                .as("no line of the conversation")
                .extracting(Talk.Line::text)
                .containsExactly("go", "There is none.");
    }

    @Test
    void a_planner_that_does_not_answer_is_asked_twice_and_then_the_person_is_told() {
        say("m_1", "go");
        Thought fails =
                new Thought.Fails(Failure.of(Failure.Kind.TRANSIENT, "DOWN", "the model is away"));
        think(DRAFT, fails);
        assertThat(((Fact.ThinkingAsked) facts.getFirst()).thinking().attempt()).isEqualTo(2);
        think(DRAFT, fails);
        assertThat(((Fact.AnswerGiven) facts.getFirst()).text())
                .contains("the model is away")
                .contains("Nothing was booked");
        assertThat(conversation.idle()).isTrue();
    }

    @Test
    void silence_of_the_planner_ends_at_the_deadline() {
        say("m_1", "go");
        pass(Thoughts.WITHIN.minusMillis(1));
        assertThat(facts).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(facts).singleElement().isInstanceOf(Fact.AnswerGiven.class);
        think(DRAFT, new Thought.Drafted(plan(), null));
        assertThat(facts).as("too late: nothing may begin").isEmpty();
    }

    @Test
    void cancelling_drops_what_is_thought_about_and_what_runs() {
        say("m_1", "go");
        apply(new Input.CancelAsked("i", now, null, null, "no"));
        assertThat(facts).singleElement().isInstanceOf(Fact.AnswerGiven.class);
        assertThat(conversation.idle()).isTrue();
        think(DRAFT, new Thought.Drafted(plan(), null));
        assertThat(facts).isEmpty();
    }

    @Test
    void saying_forget_it_cancels_the_plan_and_its_end_is_told() {
        say("m_1", "go");
        think(DRAFT, new Thought.Drafted(plan(), "test"));
        say("m_2", "forget it");
        think("m_2/draft/do/1", new Thought.Cancels());
        assertThat(facts.getFirst()).isEqualTo(new Fact.CancelUnderstood("m_2/draft/do/1", "m_2"));
        assertThat(conversation.talk().thought(ANSWER)).as("what came of it").isPresent();
    }

    @Test
    void where_only_the_plan_is_wanted_no_reply_of_the_planner_starts_or_stops_anything() {
        say("m_1", "go");
        think(DRAFT, new Thought.Drafted(plan(), "test"));
        Conversation running = conversation;
        for (Thought acting : List.of(new Thought.Drafted(plan(), "test"), new Thought.Cancels())) {
            apply(new Input.Said("i_2", now, null, "m_2", "demo", "en", "and now?", true));
            think("m_2/draft/do/1", acting);
            assertThat(facts)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Fact.AnswerGiven.class,
                            told -> assertThat(told.text()).contains("nothing was started"));
            assertThat(conversation.plans()).isEqualTo(running.plans());
        }
    }

    @Test
    void that_only_the_plan_is_wanted_reaches_the_planner_and_survives_the_log() {
        apply(new Input.Said("i_1", now, null, "m_1", "demo", "en", "go", true));
        assertThat(Facts.fromAvro(Facts.toAvro(facts.getLast()))).isEqualTo(facts.getLast());
        assertThat(Outbox.of(conversation, now, facts))
                .extracting(Outgoing::message)
                .filteredOn(TaskRequested.class::isInstance)
                .singleElement()
                .satisfies(
                        task ->
                                assertThat(((TaskRequested) task).getInput())
                                        .contains("\"planOnly\":true"));
    }

    /**
     * Agents drop what belongs to a plan that has ended early; its end must be told all the same.
     */
    @Test
    void telling_of_a_cancelled_plan_is_no_task_of_that_plan() {
        say("m_1", "go");
        think(DRAFT, new Thought.Drafted(plan(), "test"));
        Core.Step step =
                core.apply(conversation, new Input.CancelAsked("i", now, null, "p_1", "no"));
        assertThat(Outbox.of(step.full(), now, step.facts()))
                .extracting(Outgoing::message)
                .filteredOn(TaskRequested.class::isInstance)
                .singleElement()
                .satisfies(
                        task -> {
                            TaskRequested asked = (TaskRequested) task;
                            assertThat(asked.getTaskId()).isEqualTo(ANSWER);
                            assertThat(asked.getPlanId()).isEmpty();
                            assertThat(asked.getInput()).contains("\"planId\":\"p_1\"");
                        });
    }

    @Test
    void a_question_survives_leaving_the_store() {
        say("m_1", "book me a hotel");
        think(DRAFT, new Thought.Asks(WHERE));
        Input.Resume left = new Input.Resume(conversation.seq(), conversation.talk().rest());
        Input next = new Input.Said("i", now, left, "m_2", "demo", "en", "Hangzhou", false);
        assertThat(Opening.of(null, "c_1", next)).isNotNull();
        assertThat(java.util.Objects.requireNonNull(Opening.of(null, "c_1", next)).talk())
                .isEqualTo(conversation.talk());
    }

    private void say(String messageId, String text) {
        apply(new Input.Said("i_" + messageId, now, null, messageId, "demo", "en", text, false));
    }

    private void think(String taskId, Thought thought) {
        apply(new Input.Thinks("r", now, taskId, thought));
    }

    private void finish(String taskId) {
        apply(
                new Input.ForPlans(
                        "r", "p_1", new PlanCommand.ReportSucceeded(taskId, "{\"n\":1}", now)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        apply(new Input.ForPlans("t", null, new PlanCommand.PassTime(now)));
    }

    private void apply(Input input) {
        Core.Step step = core.apply(conversation, input);
        facts.clear();
        facts.addAll(step.facts());
        conversation = step.kept();
    }

    private static PlanSpec plan() {
        return new PlanSpec(
                "p_1",
                "demo",
                "en",
                "a test",
                null,
                "{}",
                List.of(
                        new StepSpec(
                                "a",
                                "bench.noop.read",
                                "{}",
                                List.of(),
                                null,
                                null,
                                Duration.ofSeconds(10),
                                new OnFailure.Fail())),
                Map.of("bench.noop.read", manifest()));
    }

    private static Manifest manifest() {
        return new Manifest(
                "bench.noop.read",
                "1",
                Effect.READ,
                Maturity.AUTO,
                null,
                Duration.ofSeconds(30),
                "{\"type\":\"object\"}",
                List.of());
    }
}
