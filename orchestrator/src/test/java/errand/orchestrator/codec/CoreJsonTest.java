package errand.orchestrator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreJsonTest {

    private final PlanSpec plan =
            new PlanSpec(
                    "p_1",
                    "demo",
                    "zh",
                    "试一试",
                    new Money(100, "CNY"),
                    "{}",
                    List.of(
                            new StepSpec(
                                    "a",
                                    "bench.noop.read",
                                    "{\"x\":\"${$in.x}\"}",
                                    List.of(),
                                    null,
                                    "true",
                                    Duration.ofSeconds(3),
                                    new OnFailure.Try("bench.sleep.read", "{}"))),
                    Map.of(
                            "bench.noop.read",
                            new Manifest(
                                    "bench.noop.read",
                                    "1",
                                    Effect.READ,
                                    Maturity.AUTO,
                                    null,
                                    Duration.ofSeconds(30),
                                    "{}",
                                    List.of(List.of("quotes", "*")))));

    @Test
    void a_plan_survives_the_way_through_json() {
        assertThat(CoreJson.readPlan(CoreJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void the_same_plan_gives_the_same_text() {
        assertThat(CoreJson.write(CoreJson.readPlan(CoreJson.write(plan))))
                .isEqualTo(CoreJson.write(plan));
    }

    @Test
    void a_change_of_before_people_could_wish_is_read() {
        Change old =
                CoreJson.readChange(
                        "{\"steps\":[],\"manifests\":{},\"undo\":[\"a\"],\"dropped\":\"q1\"}");
        assertThat(old).isEqualTo(new Change(List.of(), Map.of(), List.of("a"), "q1"));
        assertThat(CoreJson.write(old)).doesNotContain("wish");
    }

    @Test
    void a_wish_survives_the_way_through_json() {
        Change.Wish wish =
                new Change.Wish("再试", "{\"x\":2}", null, List.of("a"), List.of("q1", "q2"));
        Change change = new Change(plan.steps(), plan.manifests(), List.of(), null, wish);
        assertThat(CoreJson.readChange(CoreJson.write(change))).isEqualTo(change);
    }
}
