package errand.runtime;

import errand.runtime.settings.MissingSetting;
import errand.runtime.work.CapabilityTable;
import java.util.stream.Collectors;

/** An agent that writes was started without a database for its inbox. */
final class NoDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoDatabase(CapabilityTable table) {
        super(
                "Agent '%s' writes (%s) and must remember what it did."
                        .formatted(
                                table.agent(),
                                table.rows().stream()
                                        .filter(CapabilityTable.Row::writes)
                                        .map(row -> row.capability().name())
                                        .collect(Collectors.joining(", "))),
                new MissingSetting(
                        "spring.datasource.url",
                        "the agent's PostgreSQL, such as jdbc:postgresql://127.0.0.1:5432/errand"));
    }
}
