package errand.orchestrator.engine;

import errand.common.Resume;
import errand.events.PlanSubmitted;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.conversation.Thinking;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans of bench capabilities, for tests. */
final class Plans {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What the planner is asked for the message {@code m_1}. */
    static final Thinking THINKING =
            new Thinking(
                    "m_1/draft/do/1",
                    "m_1",
                    Thinking.Kind.DRAFT,
                    null,
                    "demo",
                    "en",
                    "hello",
                    1,
                    NOON,
                    false);

    private Plans() {}

    static Manifest manifest(String capability, Effect effect, @Nullable String undo) {
        return new Manifest(
                capability,
                "1",
                effect,
                Maturity.AUTO,
                undo,
                Duration.ofSeconds(30),
                "{\"type\":\"object\"}",
                List.of());
    }

    static Map<String, Manifest> manifests() {
        Map<String, Manifest> all = new TreeMap<>();
        for (Manifest one :
                List.of(
                        manifest("bench.noop.read", Effect.READ, null),
                        manifest("bench.noop.hold", Effect.HOLD, "bench.noop.release"),
                        manifest("bench.noop.release", Effect.HOLD, null),
                        manifest("bench.noop.commit", Effect.COMMIT, "bench.noop.release"))) {
            all.put(one.capability(), one);
        }
        return all;
    }

    static StepSpec step(String id, String capability, String... needs) {
        return new StepSpec(
                id, capability, "{}", List.of(needs), null, null, null, new OnFailure.Fail());
    }

    static PlanSpec plan(String id, StepSpec... steps) {
        return new PlanSpec(id, "demo", "en", "try", null, "{}", List.of(steps), manifests());
    }

    /** a and b side by side, then c, then d. */
    static PlanSpec fourSteps(String id) {
        return plan(
                id,
                step("a", "bench.noop.read"),
                step("b", "bench.noop.read"),
                step("c", "bench.noop.read", "a", "b"),
                step("d", "bench.noop.read", "c"));
    }

    static PlanSubmitted submitted(
            String conversationId, PlanSpec plan, Instant at, @Nullable Resume resume) {
        return new PlanSubmitted(
                "in_" + plan.id(),
                at,
                conversationId,
                plan.id(),
                "demo",
                "en",
                CoreJson.write(plan),
                resume);
    }
}
