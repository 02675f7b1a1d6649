package errand.orchestrator.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Plans and conversations as JSON. Deterministic: the same record gives the same bytes. Unknown
 * properties are skipped, so that an older engine reads what a newer one wrote.
 */
public final class CoreJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .changeDefaultPropertyInclusion(
                            own -> own.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addMixIn(OnFailure.class, Named.class)
                    .addMixIn(Stage.class, Named.class)
                    .registerSubtypes(
                            names(
                                    OnFailure.Fail.class,
                                    OnFailure.Skip.class,
                                    OnFailure.Revise.class,
                                    OnFailure.Try.class,
                                    Stage.Queued.class,
                                    Stage.Running.class,
                                    Stage.Unwinding.class,
                                    Stage.Closed.class))
                    .build();

    private static final ObjectWriter KEPT = MAPPER.writerFor(Kept.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private CoreJson() {}

    private static NamedType[] names(Class<?>... types) {
        return List.of(types).stream()
                .map(type -> new NamedType(type, type.getSimpleName()))
                .toArray(NamedType[]::new);
    }

    public static String write(PlanSpec plan) {
        return MAPPER.writeValueAsString(plan);
    }

    /** Throws {@code JacksonException} for text that no version of us wrote. */
    public static PlanSpec readPlan(String json) {
        return MAPPER.readValue(json, PlanSpec.class);
    }

    public static String write(Change change) {
        return MAPPER.writeValueAsString(change);
    }

    /** Throws {@code JacksonException} for text that no version of us wrote. */
    public static Change readChange(String json) {
        return MAPPER.readValue(json, Change.class);
    }

    /** What a conversation leaves with, as {@code Resume.context} carries it; null for nothing. */
    public static @Nullable String write(Talk talk) {
        return talk.none() ? null : MAPPER.writeValueAsString(talk);
    }

    public static Talk readTalk(@Nullable String json) {
        return json == null ? Talk.NONE : MAPPER.readValue(json, Talk.class);
    }

    public static byte[] write(Conversation conversation) {
        return write(conversation, SpecTexts.NONE);
    }

    /** The same bytes, with the texts of plans that are known already. */
    public static byte[] write(Conversation conversation, SpecTexts known) {
        return KEPT.withAttribute(SpecTexts.class, known).writeValueAsBytes(Kept.of(conversation));
    }

    static byte[] bytes(PlanSpec plan) {
        return MAPPER.writeValueAsBytes(plan);
    }

    /** Throws {@code JacksonException} for bytes that no version of us wrote. */
    public static Conversation readConversation(byte[] json) {
        return MAPPER.readValue(json, Kept.class).conversation();
    }
}
