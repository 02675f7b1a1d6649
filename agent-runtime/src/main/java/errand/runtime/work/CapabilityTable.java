package errand.runtime.work;

import errand.agent.Capabilities;
import errand.agent.Capability;
import errand.agent.Limits;
import errand.agent.OwnSchemas;
import errand.runtime.schema.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agent's table with the JSON Schemas of its rows. */
public final class CapabilityTable {

    /** One row with its schema texts. */
    public record Row(
            Capability<?, ?> capability,
            String inputSchema,
            String outputSchema,
            boolean undoesAnother) {

        public boolean writes() {
            return capability.effect().writes();
        }
    }

    private final Capabilities capabilities;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    public CapabilityTable(Capabilities capabilities, JsonSchemas schemas) {
        this.capabilities = capabilities.checked();
        Set<String> undos =
                capabilities.all().stream()
                        .flatMap(row -> java.util.stream.Stream.ofNullable(row.undo()))
                        .collect(Collectors.toSet());
        for (Capability<?, ?> row : capabilities.all()) {
            rows.put(row.name(), described(row, schemas, undos.contains(row.name())));
        }
    }

    private static Row described(Capability<?, ?> row, JsonSchemas schemas, boolean undoes) {
        OwnSchemas own = row.ownSchemas();
        if (own == null) {
            return new Row(
                    row, schemas.ofInput(row.input()), schemas.ofOutput(row.output()), undoes);
        }
        for (String schema : List.of(own.input(), own.output())) {
            schemas.unusable(schema)
                    .ifPresent(
                            why -> {
                                throw new IllegalArgumentException(
                                        "A schema of '%s' cannot be used: %s."
                                                .formatted(row.name(), why));
                            });
        }
        return new Row(row, own.input(), own.output(), undoes);
    }

    /** Whether the business behind it can be reached, as far as the agent knows. */
    public boolean isUp() {
        return capabilities.isUp();
    }

    public String agent() {
        return capabilities.agent();
    }

    public String version() {
        return capabilities.version();
    }

    /** Why rows are absent; null where the agent said nothing. */
    public @Nullable Limits limits() {
        return capabilities.limits();
    }

    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** Whether any row needs an inbox. */
    public boolean writes() {
        return rows.values().stream().anyMatch(Row::writes);
    }

    boolean has(String capability) {
        return rows.containsKey(capability);
    }

    Row row(String capability) {
        Row row = rows.get(capability);
        if (row == null) {
            throw Rejected.invalid(
                    "UNKNOWN_CAPABILITY",
                    "Agent '%s' cannot do '%s'. It can do: %s."
                            .formatted(agent(), shortName(capability), capabilities.offered()));
        }
        return row;
    }

    private String shortName(String capability) {
        String prefix = agent() + ".";
        return capability.startsWith(prefix) ? capability.substring(prefix.length()) : capability;
    }
}
