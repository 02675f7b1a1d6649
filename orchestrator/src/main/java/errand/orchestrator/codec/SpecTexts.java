package errand.orchestrator.codec;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanSpec;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * What the plans of a conversation say, as JSON: it stands in the fact that begins a plan and is
 * most of what is stored with every input, and hardly ever changes, so it is made once. Immutable.
 */
public final class SpecTexts {

    /** Nothing is known: everything is written anew. */
    public static final SpecTexts NONE = new SpecTexts(new IdentityHashMap<>());

    /** By identity: a plan that changes gets another specification. */
    private final Map<PlanSpec, SerializableString> texts;

    private SpecTexts(Map<PlanSpec, SerializableString> texts) {
        this.texts = texts;
    }

    /** Those of this conversation's plans, of which some may be known from before. */
    public SpecTexts of(Conversation conversation) {
        if (conversation.plans().isEmpty()) {
            return NONE;
        }
        if (knowsJust(conversation)) {
            return this;
        }
        Map<PlanSpec, SerializableString> all = new IdentityHashMap<>();
        for (Plan plan : conversation.plans().values()) {
            SerializableString known = texts.get(plan.spec());
            all.put(plan.spec(), known == null ? made(plan.spec()) : known);
        }
        return new SpecTexts(all);
    }

    private boolean knowsJust(Conversation conversation) {
        if (texts.size() != conversation.plans().size()) {
            return false;
        }
        for (Plan plan : conversation.plans().values()) {
            if (!texts.containsKey(plan.spec())) {
                return false;
            }
        }
        return true;
    }

    /** The JSON of a specification, known or not. */
    String text(PlanSpec spec) {
        SerializableString known = texts.get(spec);
        return known == null ? CoreJson.write(spec) : known.getValue();
    }

    /** By way of the bytes, which are what must be the same. */
    private static SerializableString made(PlanSpec spec) {
        return new SerializedString(new String(CoreJson.bytes(spec), StandardCharsets.UTF_8));
    }

    /** Writes a specification as it is known. */
    static final class Writer extends ValueSerializer<PlanSpec> {

        @Override
        public void serialize(PlanSpec spec, JsonGenerator out, SerializationContext context) {
            SerializableString known = known(spec, context);
            if (known == null) {
                context.writeValue(out, spec);
            } else {
                out.writeRawValue(known);
            }
        }

        private static @Nullable SerializableString known(
                PlanSpec spec, SerializationContext context) {
            return context.getAttribute(SpecTexts.class) instanceof SpecTexts all
                    ? all.texts.get(spec)
                    : null;
        }
    }
}
