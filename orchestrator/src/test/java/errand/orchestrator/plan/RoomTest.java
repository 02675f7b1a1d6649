package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What does not fit into one event, or into one plan, fails as a step that says so. */
class RoomTest {

    private static final OnFailure FAIL = new OnFailure.Fail();

    @Test
    void what_becomes_ready_at_once_is_bounded_and_the_step_that_is_too_much_says_so() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read"),
                        step("b", "t.x.read", json(300_000), FAIL, "a"),
                        step("c", "t.x.read", json(300_000), FAIL, "a"));
        scene.succeeds("a", json(200_000));

        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(a)",
                        "StepReady(b)",
                        "StepFailed(c)",
                        "StepDispatched(b)",
                        "PlanUnwinding(FAILED)",
                        "StepFailed(b)",
                        "PlanClosed(FAILED)");
        assertThat(failure(scene, "c"))
                .isEqualTo(
                        "TOO_MUCH_AT_ONCE: Step 'c' (t.x.read): what becomes ready at once takes 800,000 bytes; at most 700,000 are allowed. Let steps wait for each other ('needs'), or pass on less.");
        scene.foldsTheSame();
    }

    @Test
    void the_same_one_after_the_other_fits() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read"),
                        step("b", "t.x.read", json(300_000), FAIL, "a"),
                        step("c", "t.x.read", json(300_000), FAIL, "b"));
        scene.succeeds("a", json(200_000)).succeeds("b").succeeds("c").hasEnded(Outcome.DONE);
    }

    @Test
    void characters_count_as_the_bytes_they_take() {
        assertThat(Room.bytes("aé高😀"))
                .isEqualTo("aé高😀".getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    @Test
    void outputs_of_an_each_that_are_too_large_together_fail_it_and_what_was_done_is_undone() {
        Scene scene = Scene.of(each("h", "t.x.hold", 3));
        for (int i = 0; i < 3; i++) {
            scene.succeeds("h." + i, json(100_000));
        }
        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(h.2)",
                        "StepFailed(h)",
                        "PlanUnwinding(FAILED)",
                        "UndoDispatched(h.2)");
        assertThat(failure(scene, "h"))
                .isEqualTo(
                        "OUTPUT_TOO_LARGE: Step 'h' (t.x.hold): the outputs of its 3 runs take 300,004 bytes together; at most 262,144 are allowed.");
        scene.undone("h.2").undone("h.1").undone("h.0").hasEnded(Outcome.FAILED);
    }

    @Test
    void an_each_of_more_than_20_says_so() {
        Scene scene = Scene.of(each("h", "t.x.read", 21));
        assertThat(failure(scene, "h"))
                .isEqualTo("TOO_MANY_ITEMS: Step 'h' would run 21 times; at most 20 are allowed.");
        scene.hasEnded(Outcome.FAILED);
    }

    @Test
    void a_plan_that_grows_too_large_loses_a_read_and_never_a_write() {
        StepSpec[] steps =
                IntStream.range(0, 18)
                        .mapToObj(i -> step("s" + i, i == 17 ? "t.x.hold" : "t.x.read"))
                        .toArray(StepSpec[]::new);
        Scene scene = Scene.of(steps);
        for (int i = 0; i < 15; i++) {
            scene.succeeds("s" + i, json(262_000));
        }
        scene.succeeds("s17", json(262_000)).stillRuns();
        scene.succeeds("s15", json(262_000));
        assertThat(failure(scene, "s15"))
                .isEqualTo(
                        "PLAN_TOO_LARGE: Step 's15' (t.x.read): inputs and outputs of the plan take 4,454,036 bytes; at most 4,194,304 are allowed.");
        assertThat(scene.facts()).contains("UndoDispatched(s17)");
        scene.undone("s17").hasEnded(Outcome.FAILED);
    }

    private static String failure(Scene scene, String step) {
        Failure failure = java.util.Objects.requireNonNull(scene.the(step).failure());
        return failure.code() + ": " + failure.message();
    }

    private static StepSpec each(String id, String capability, int times) {
        String items =
                IntStream.range(0, times)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "[", "]"));
        return new StepSpec(id, capability, "{}", List.of(), items, null, null, FAIL);
    }

    /** So many bytes of JSON. */
    private static String json(int bytes) {
        return "{\"x\":\"%s\"}".formatted("x".repeat(bytes - 8));
    }
}
