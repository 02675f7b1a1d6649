package errand.orchestrator.view;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the records of one conversation as the engine would, one input after the other. */
public final class Story {

    public static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final String READ = "bench.noop.read";
    private static final String COMMIT = "bench.noop.commit";

    private final String conversationId;
    private long seq;

    public Story(String conversationId) {
        this.conversationId = conversationId;
    }

    public String conversationId() {
        return conversationId;
    }

    /** The next record: these things happened to a plan. */
    public ConversationAdvanced next(String planId, PlanEvent... events) {
        return record(
                Arrays.stream(events).<Fact>map(event -> new Fact.OfPlan(planId, event)).toList());
    }

    public ConversationAdvanced said(String messageId, String text) {
        return record(List.of(new Fact.MessageReceived(messageId, "ann", "zh", text)));
    }

    private ConversationAdvanced record(List<Fact> facts) {
        return caused("i_" + (seq + 1), facts);
    }

    public ConversationAdvanced caused(String inputId, List<Fact> facts) {
        seq++;
        return new ConversationAdvanced(
                conversationId,
                seq,
                START.plusSeconds(seq),
                inputId,
                100 + seq,
                new ArrayList<>(facts.stream().map(Facts::toAvro).toList()));
    }

    /** a‖b → c → d, all of it. */
    public List<ConversationAdvanced> fourSteps(String planId) {
        List<ConversationAdvanced> records = new ArrayList<>();
        records.add(
                next(
                        planId,
                        new PlanEvent.PlanAccepted(spec(planId)),
                        ready("a"),
                        ready("b"),
                        dispatched(planId, "a"),
                        dispatched(planId, "b")));
        records.add(next(planId, done("a")));
        records.add(next(planId, done("b"), ready("c"), dispatched(planId, "c")));
        records.add(next(planId, done("c"), ready("d"), dispatched(planId, "d")));
        records.add(
                next(
                        planId,
                        done("d"),
                        new PlanEvent.PlanClosed(Outcome.DONE, null, Money.NOTHING)));
        return records;
    }

    /** As far as a card that waits for an answer. */
    public ConversationAdvanced asks(String planId) {
        return next(
                planId,
                new PlanEvent.PlanAccepted(spec(planId)),
                ready("d"),
                new PlanEvent.ConsentAsked(card(planId)));
    }

    /** Going back, and an undo that does not work. */
    public ConversationAdvanced breaks(String planId) {
        Failure why = Failure.of(Failure.Kind.REFUSED, "SOLD_OUT", "Sold out.");
        return next(
                planId,
                new PlanEvent.PlanAccepted(spec(planId)),
                ready("a"),
                dispatched(planId, "a"),
                done("a"),
                new PlanEvent.PlanUnwinding(Outcome.FAILED, why),
                new PlanEvent.UndoFailed("a", why));
    }

    public static Consent card(String planId) {
        return new Consent(
                "k_" + planId.substring(2) + ".1",
                List.of("d"),
                "sha256:abc",
                "{\"items\":[{\"title\":\"G33\"}],\"planId\":\"%s\",\"total\":{\"amount\":100,\"currency\":\"CNY\"}}"
                        .formatted(planId),
                List.of(),
                new Money(100, "CNY"),
                START.plus(Duration.ofMinutes(30)),
                null,
                Consent.State.OPEN);
    }

    public static PlanEvent ready(String step) {
        return new PlanEvent.StepReady(step, "{\"n\":1}", List.of());
    }

    public static PlanEvent dispatched(String planId, String step) {
        return new PlanEvent.StepDispatched(
                step, planId + "/" + step + "/do/1", 1, START.plusSeconds(600), null);
    }

    public static PlanEvent done(String step) {
        return new PlanEvent.StepSucceeded(step, "{\"echo\":\"你好\"}", List.of());
    }

    public static PlanSpec spec(String planId) {
        String schema =
                "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},\"additionalProperties\":false}";
        return new PlanSpec(
                planId,
                "ann",
                "zh",
                "四步",
                new Money(100000, "CNY"),
                "{}",
                List.of(
                        step("a", READ),
                        step("b", READ),
                        step("c", READ, "a", "b"),
                        step("d", COMMIT, "c")),
                Map.of(
                        READ, manifest(READ, Effect.READ, schema),
                        COMMIT, manifest(COMMIT, Effect.COMMIT, schema)));
    }

    private static Manifest manifest(String capability, Effect effect, String schema) {
        return new Manifest(
                capability,
                "1",
                effect,
                Maturity.AUTO,
                null,
                Duration.ofSeconds(30),
                schema,
                List.of());
    }

    private static StepSpec step(String id, String capability, String... needs) {
        return new StepSpec(
                id,
                capability,
                "{\"n\":1}",
                List.of(needs),
                null,
                null,
                null,
                new OnFailure.Fail());
    }
}
