package errand.orchestrator.view;

import errand.orchestrator.codec.Paid;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan and its cards as JSON for people and pages. Deterministic: same plan, same text. */
public final class PlanDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlanDocument() {}

    static String of(String conversationId, Plan plan, PlanTrack track) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("id", plan.id());
            json.writeStringProperty("conversationId", conversationId);
            json.writeStringProperty("state", States.of(plan));
            json.writeStringProperty("goal", plan.spec().goal());
            json.writeStringProperty("user", plan.spec().user());
            json.writeStringProperty("lang", plan.spec().lang());
            failure(json, "reason", reason(plan).orElse(null));
            time(json, "createdAt", track.createdAt());
            time(json, "endedAt", track.endedAt());
            time(json, "deadline", plan.spec().deadline());
            steps(json, plan, track);
            json.writeName("consents").writeRawValue(cards(plan).toString());
            money(json, "spent", spent(plan, track));
            money(json, "budget", plan.spec().budget());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void steps(JsonGenerator json, Plan plan, PlanTrack track) {
        json.writeArrayPropertyStart("steps");
        for (Step step : plan.steps().values()) {
            PlanTrack.Span span = track.steps().get(step.id());
            json.writeStartObject();
            json.writeStringProperty("id", step.id());
            json.writeStringProperty("capability", step.capability());
            json.writeStringProperty("label", Labels.of(plan, step));
            Optional<String> about = Labels.about(plan, step);
            if (about.isPresent()) {
                json.writeStringProperty("about", about.get());
            }
            json.writeName("needs");
            json.writePOJO(step.spec().needs());
            if (step.parent() != null) {
                json.writeStringProperty("parent", step.parent());
            }
            json.writeStringProperty("state", States.of(plan, step));
            raw(json, "input", step.input());
            raw(json, "output", step.output());
            failure(json, "failure", step.failure());
            json.writeNumberProperty("attempts", step.attempt());
            time(json, "startedAt", span == null ? null : span.startedAt());
            time(json, "endedAt", span == null ? null : span.endedAt());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Why a plan does not go on, or did not end well. */
    public static Optional<Failure> reason(Plan plan) {
        return switch (plan.stage()) {
            case Stage.Running _ -> Optional.empty();
            case Stage.Unwinding unwinding -> Optional.of(unwinding.failure());
            case Stage.Closed closed -> Optional.ofNullable(closed.failure());
        };
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant at) {
        if (at == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, at.toString());
        }
    }

    private static void money(JsonGenerator json, String name, @Nullable Money money) {
        if (money == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("amount", money.amount());
        json.writeStringProperty("currency", money.currency());
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, String name, @Nullable Failure failure) {
        if (failure != null) {
            json.writeName(name).writeRawValue(failure(failure).toString());
        }
    }

    /** A failure as people and pages see it. */
    public static ObjectNode failure(Failure failure) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", failure.kind().name().toLowerCase(Locale.ROOT));
        node.put("code", failure.code());
        node.put("message", failure.message());
        if (failure.details() != null) {
            node.set("details", parsed(failure.details()));
        }
        return node;
    }

    private static void raw(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeName(name).writeRawValue(parsed(value).toString());
        } else if (name.equals("input")) {
            json.writeNullProperty(name);
        }
    }

    /** What an agent calls JSON; text that is not is shown as text. */
    public static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().stringNode(value);
        }
    }

    private static Money spent(Plan plan, PlanTrack track) {
        return track.spent() == null ? Paid.soFar(plan) : track.spent();
    }

    private static ArrayNode cards(Plan plan) {
        ArrayNode cards = JSON.createArrayNode();
        plan.consents().forEach(consent -> cards.add(card(plan, consent)));
        return cards;
    }

    /** The card as pages show it; its items are exactly those that the hash is over. */
    public static ObjectNode card(Plan plan, Consent consent) {
        ObjectNode card = JSON.createObjectNode();
        card.put("id", consent.id());
        card.put("planId", plan.id());
        card.put("stepId", consent.stepIds().isEmpty() ? null : consent.stepIds().getFirst());
        card.set("stepIds", JSON.valueToTree(consent.stepIds()));
        card.put("state", States.of(consent.state()));
        card.put("hash", consent.hash());
        card.put("expiresAt", consent.expiresAt().toString());
        card.set("total", node(consent.total()));
        Money budget = plan.spec().budget();
        card.set("budget", budget == null ? JSON.nullNode() : node(budget));
        card.put("replaces", consent.replaces());
        card.set("items", parsed(consent.shown()).path("items"));
        return card;
    }

    /** An amount as JSON. */
    public static ObjectNode node(Money money) {
        return JSON.createObjectNode()
                .put("amount", money.amount())
                .put("currency", money.currency());
    }
}
