package errand.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new version of a schema owes the ones before; names and meanings are Confluent's. */
enum Rule {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean all;

    Rule(boolean newReadsOld, boolean oldReadsNew, boolean all) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.all = all;
    }

    static Rule named(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.noSuchRule(text);
        }
    }

    /**
     * Why the schema breaks this rule; empty when it does not.
     *
     * @param before the versions so far, oldest first
     */
    List<String> faults(Schema schema, List<Schema> before) {
        List<String> faults = new ArrayList<>();
        List<Schema> judged =
                all || before.isEmpty() ? before : before.subList(before.size() - 1, before.size());
        for (Schema earlier : judged) {
            if (newReadsOld) {
                faults.addAll(faults("the new schema cannot read the old", schema, earlier));
            }
            if (oldReadsNew) {
                faults.addAll(faults("the old schema cannot read the new", earlier, schema));
            }
        }
        return faults;
    }

    private static List<String> faults(String what, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
        if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return result.getIncompatibilities().stream()
                .map(
                        fault ->
                                "%s: %s at %s: %s"
                                        .formatted(
                                                what,
                                                fault.getType(),
                                                fault.getLocation(),
                                                fault.getMessage()))
                .toList();
    }
}
