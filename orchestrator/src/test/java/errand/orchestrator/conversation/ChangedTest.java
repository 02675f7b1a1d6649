package errand.orchestrator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.TaskRequested;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A message that changes a running plan, from the planner's reply to what the person hears. */
class ChangedTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String SECOND = "m_2/draft/do/1";
    private static final String TOLD = "3 people now; the rest stays.";

    private final Core core = new Core(new JsonataDocuments());
    private final List<Fact> facts = new ArrayList<>();
    private Conversation conversation = Conversation.begun("c_1");

    @Test
    void what_changes_is_said_and_the_plan_goes_on_under_its_id_with_new_values() {
        running();
        said("three people", false);
        think(new Thought.Changes(plan("en", 3, "bench.noop.read"), TOLD));
        assertThat(facts.getFirst())
                .isEqualTo(new Fact.AnswerGiven(SECOND, "m_2", null, TOLD, "[]", "{}"));
        assertThat(facts).anyMatch(ChangedTest::revises);
        Plan plan = Objects.requireNonNull(conversation.plans().get("p_1"));
        assertThat(plan.step("a").orElseThrow().phase()).isEqualTo(Phase.SKIPPED);
        assertThat(plan.step("a_r2").orElseThrow().input()).isEqualTo("{\"people\":3}");
        assertThat(plan.spec().goal()).isEqualTo("for 3");
        assertThat(Facts.fromAvro(facts.stream().map(it -> (Object) Facts.toAvro(it)).toList()))
                .isEqualTo(facts);
        assertThat(CoreJson.readConversation(CoreJson.write(conversation))).isEqualTo(conversation);
        reply("p_1/a_r2/do/1");
        assertThat(conversation.talk().thought("m_1/answer/do/1"))
                .as("its end is told")
                .isPresent();
    }

    @Test
    void what_runs_and_may_be_changed_reaches_the_planner() {
        running();
        Core.Step step = said("three people", false);
        assertThat(Outbox.of(step.full(), NOON, step.facts()))
                .extracting(Outgoing::message)
                .singleElement()
                .satisfies(
                        task ->
                                assertThat(((TaskRequested) task).getInput())
                                        .contains(
                                                "\"plans\":[{\"planId\":\"p_1\",\"goal\":\"for"
                                                        + " 2\",\"playbook\":\"train-book\",\"in\":{\"people\":2}}]"));
    }

    @Test
    void what_binds_and_is_not_answered_yet_is_not_changed_and_that_is_said_in_both_languages() {
        for (String lang : List.of("en", "zh")) {
            conversation = Conversation.begun("c_1");
            runs("bench.noop.hold");
            said("three people", false);
            think(new Thought.Changes(plan(lang, 3, "bench.noop.hold"), TOLD));
            assertThat(facts).noneMatch(ChangedTest::revises);
            assertThat(told()).contains(lang.equals("zh") ? "没有改：“for 2”" : "Nothing was changed");
            Plan plan = Objects.requireNonNull(conversation.plans().get("p_1"));
            assertThat(plan.step("a").orElseThrow().phase()).isEqualTo(Phase.DISPATCHED);
        }
    }

    @Test
    void a_plan_that_is_over_meanwhile_is_not_changed_and_that_is_said() {
        running();
        said("three people", false);
        reply("p_1/a/do/1");
        think(new Thought.Changes(plan("en", 3, "bench.noop.read"), TOLD));
        assertThat(facts).singleElement().isInstanceOf(Fact.AnswerGiven.class);
        assertThat(told()).contains("Nothing was changed", "new errand");
    }

    @Test
    void where_only_the_plan_is_wanted_nothing_is_changed() {
        running();
        said("three people", true);
        think(new Thought.Changes(plan("en", 3, "bench.noop.read"), TOLD));
        assertThat(facts).singleElement().isInstanceOf(Fact.AnswerGiven.class);
        assertThat(told()).contains("nothing was started");
    }

    @Test
    void a_repeated_reply_changes_nothing_more() {
        running();
        said("three people", false);
        think(new Thought.Changes(plan("en", 3, "bench.noop.read"), TOLD));
        think(new Thought.Changes(plan("en", 4, "bench.noop.read"), TOLD));
        assertThat(facts).isEmpty();
    }

    private static boolean revises(Fact fact) {
        return fact instanceof Fact.OfPlan(String _, PlanEvent event)
                && event instanceof PlanEvent.PlanRevised;
    }

    private String told() {
        return ((Fact.AnswerGiven) facts.getFirst()).text();
    }

    private void running() {
        runs("bench.noop.read");
    }

    private void runs(String capability) {
        apply(new Input.Said("i_1", NOON, null, "m_1", "demo", "en", "two people", false));
        PlanSpec first = plan("en", 2, capability);
        apply(
                new Input.Thinks(
                        "r_1", NOON, "m_1/draft/do/1", new Thought.Drafted(first, "train-book")));
    }

    private Core.Step said(String text, boolean planOnly) {
        return apply(new Input.Said("i_2", NOON, null, "m_2", "demo", "en", text, planOnly));
    }

    private void think(Thought thought) {
        apply(new Input.Thinks("r_2", NOON, SECOND, thought));
    }

    private void reply(String taskId) {
        apply(new Input.ForPlans("r", "p_1", new PlanCommand.ReportSucceeded(taskId, "{}", NOON)));
    }

    private Core.Step apply(Input input) {
        Core.Step step = core.apply(conversation, input);
        facts.clear();
        facts.addAll(step.facts());
        conversation = step.kept();
        return step;
    }

    private static PlanSpec plan(String lang, int people, String capability) {
        StepSpec step =
                new StepSpec(
                        "a",
                        capability,
                        "{\"people\":\"${$in.people}\"}",
                        List.of(),
                        null,
                        null,
                        Duration.ofSeconds(10),
                        new OnFailure.Fail());
        return new PlanSpec(
                "p_1",
                "demo",
                lang,
                "for " + people,
                null,
                "{\"people\":%d}".formatted(people),
                List.of(step),
                Map.of(capability, manifest(capability)));
    }

    private static Manifest manifest(String capability) {
        return new Manifest(
                capability,
                "1",
                capability.endsWith("hold") ? Effect.HOLD : Effect.READ,
                Maturity.AUTO,
                null,
                Duration.ofSeconds(30),
                "{\"type\":\"object\"}",
                List.of());
    }
}
