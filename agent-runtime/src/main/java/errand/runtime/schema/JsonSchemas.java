package errand.runtime.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.core.JacksonException;

/**
 * Derives JSON Schemas (2020-12) from records and checks JSON texts against them.
 *
 * <p>A schema text is the same on every run, has no references (everything stands inline) and can
 * be compared as text. In an input schema no other properties are allowed; an output schema leaves
 * room for more. Compiled schemas are kept; any number of threads may use one instance.
 */
public final class JsonSchemas {

    private final RecordSchemas records = new RecordSchemas();
    private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    Dialect.builder(Dialects.getDraft202012())
                            .keyword(new NonValidationKeyword("x-errand-type"))
                            .build(),
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .pathType(PathType.JSON_POINTER)
                                            .locale(Locale.ENGLISH)
                                            .build()));

    /** Schema of what a capability takes: unknown properties are faults. */
    public String ofInput(Class<?> type) {
        return records.strict(type);
    }

    /** Schema of what a capability gives. */
    public String ofOutput(Class<?> type) {
        return records.open(type);
    }

    /**
     * What is wrong with a JSON text, ordered by path; empty when it fits. A text that is not JSON
     * is one fault of the whole.
     */
    public List<Fault> faults(String schema, String json) {
        Schema checked = compiled.computeIfAbsent(schema, registry::getSchema);
        try {
            return checked.validate(json, InputFormat.JSON).stream()
                    .map(JsonSchemas::fault)
                    .sorted(Comparator.comparing(Fault::path).thenComparing(Fault::message))
                    .toList();
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of(new Fault("", "is not JSON: " + firstLine(e)));
        }
    }

    /** Why nothing can be checked against a schema; empty when it can. */
    public Optional<String> unusable(String schema) {
        try {
            registry.getSchema(schema).initializeValidators();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(firstLine(e));
        }
    }

    private static Fault fault(Error error) {
        return new Fault(error.getInstanceLocation().toString(), error.getMessage());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
