package errand.runtime.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import errand.agent.Describe;
import errand.agent.Quote;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of record classes, in the order of their components. */
final class RecordSchemas {

    /** How the times that a record may hold are written; a local time has no zone, so no format. */
    private static final Map<Class<?>, String> FORMATS = formats();

    private static final String LOCAL_TIME = "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?$";

    private final SchemaGenerator strict = generator(true);
    private final SchemaGenerator open = generator(false);

    String strict(Class<?> type) {
        return text(strict, type);
    }

    String open(Class<?> type) {
        return text(open, type);
    }

    private static synchronized String text(SchemaGenerator generator, Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    "%s is not a record: inputs and outputs of capabilities are records."
                            .formatted(type.getName()));
        }
        return generator.generateSchema(type).toString();
    }

    private static SchemaGenerator generator(boolean strict) {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.INLINE_ALL_SCHEMAS, Option.FLATTENED_ENUMS)
                        .without(Option.FLATTENED_ENUMS_FROM_TOSTRING);
        if (strict) {
            config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        }
        config.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withDescriptionResolver(scope -> described(scope.getType().getErasedType()))
                .withCustomDefinitionProvider((type, context) -> written(type, context, strict))
                .withTypeAttributeOverride(
                        (node, scope, context) -> markQuote(node, scope.getType()));
        config.forFields()
                .withDescriptionResolver(RecordSchemas::described)
                .withNullableCheck(field -> false)
                .withRequiredCheck(RecordSchemas::required);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable CustomDefinition written(
            ResolvedType type, SchemaGenerationContext context, boolean strict) {
        Class<?> raw = type.getErasedType();
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        if (FORMATS.containsKey(raw)) {
            node.put("type", "string").put("format", FORMATS.get(raw));
        } else if (raw == LocalTime.class) {
            node.put("type", "string").put("pattern", LOCAL_TIME);
        } else if (raw == Map.class) {
            node.put("type", "object");
            return new CustomDefinition(
                    strict ? node.put("additionalProperties", true) : node, true);
        } else if (JsonNode.class.isAssignableFrom(raw)) {
            return new CustomDefinition(
                    strict ? node.put("additionalProperties", true) : node, true);
        } else if (raw == Object.class) {
            return new CustomDefinition(node, true);
        } else {
            return null;
        }
        return new CustomDefinition(node, true);
    }

    private static void markQuote(ObjectNode node, ResolvedType type) {
        if (type.getErasedType() == Quote.class) {
            node.put("x-errand-type", "quote");
        }
    }

    private static @Nullable String described(Class<?> type) {
        Describe describe = type.getAnnotation(Describe.class);
        return describe == null ? null : describe.value();
    }

    private static @Nullable String described(FieldScope field) {
        return component(field)
                .map(component -> component.getAnnotation(Describe.class))
                .map(Describe::value)
                .orElse(null);
    }

    private static boolean required(FieldScope field) {
        return component(field)
                .map(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .orElse(false);
    }

    private static Optional<RecordComponent> component(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return Optional.empty();
        }
        RecordComponent[] all = field.getDeclaringType().getErasedType().getRecordComponents();
        return all == null
                ? Optional.empty()
                : Arrays.stream(all)
                        .filter(component -> component.getName().equals(field.getDeclaredName()))
                        .findFirst();
    }

    private static Map<Class<?>, String> formats() {
        Map<Class<?>, String> formats = new LinkedHashMap<>();
        formats.put(LocalDate.class, "date");
        formats.put(OffsetDateTime.class, "date-time");
        formats.put(Instant.class, "date-time");
        return Map.copyOf(formats);
    }
}
