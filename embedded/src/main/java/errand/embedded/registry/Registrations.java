package errand.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Registers and finds schemas. A schema has one id whatever the subject; registering it again gives
 * the id it has. What is not known yet is looked for in the log before it is denied: another
 * registry may have written it.
 */
final class Registrations {

    private static final int TRIES = 10;

    private final Ledger ledger;
    private final SchemaLog log;

    Registrations(Ledger ledger, SchemaLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** A version of a subject. */
    record Version(String subject, int version, int id, String schema) {}

    /** Gives the schema a version of the subject, unless it has one. */
    synchronized Version register(String subject, Schema schema) {
        String text = textOf(schema);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var known = ledger.versionOf(subject, text);
            if (known.isPresent()) {
                return version(subject, known.get());
            }
            log.catchUp();
            if (ledger.versionOf(subject, text).isEmpty()) {
                propose(subject, schema, text);
            }
        }
        throw Refusal.logDown("other registries were faster %d times".formatted(TRIES));
    }

    private void propose(String subject, Schema schema, String text) {
        List<String> faults = faults(subject, schema, ledger.versions(subject));
        if (!faults.isEmpty()) {
            throw Refusal.incompatible(subject, ruleOf(subject).name(), String.join("; ", faults));
        }
        LogRecord.Proposed proposed = ledger.next(subject, text, UUID.randomUUID().toString());
        log.append(proposed);
        if (ledger.versionOf(subject, text).isEmpty()) {
            log.withdraw(proposed);
        }
    }

    /** The version of the subject that has this schema. */
    Version find(String subject, Schema schema) {
        String text = textOf(schema);
        if (ledger.versionOf(subject, text).isEmpty()) {
            log.catchUp();
        }
        versionsOf(subject);
        return version(
                subject, ledger.versionOf(subject, text).orElseThrow(Refusal::unknownSchema));
    }

    List<String> subjects() {
        log.catchUp();
        return ledger.subjects();
    }

    /** Ids of the versions of a subject; refused when there is none. */
    List<Integer> versionsOf(String subject) {
        if (ledger.versions(subject).isEmpty()) {
            log.catchUp();
        }
        List<Integer> versions = ledger.versions(subject);
        if (versions.isEmpty()) {
            throw Refusal.unknownSubject(subject);
        }
        return versions;
    }

    /**
     * @param text a number from 1, or {@code latest}
     */
    Version version(String subject, String text) {
        List<Integer> versions = versionsOf(subject);
        int version = text.equals("latest") || text.equals("-1") ? versions.size() : number(text);
        if (version > versions.size()) {
            log.catchUp();
        }
        if (version > ledger.versions(subject).size()) {
            throw Refusal.unknownVersion(text);
        }
        return version(subject, version);
    }

    private Version version(String subject, int version) {
        int id = ledger.versions(subject).get(version - 1);
        return new Version(subject, version, id, schema(id));
    }

    String schema(int id) {
        if (ledger.schema(id).isEmpty()) {
            log.catchUp();
        }
        return ledger.schema(id).orElseThrow(Refusal::unknownSchema);
    }

    /** Every version, of any subject, that has this id. */
    List<Version> uses(int id) {
        String schema = schema(id);
        List<Version> uses = new ArrayList<>();
        for (String subject : ledger.subjects()) {
            int index = ledger.versions(subject).indexOf(id);
            if (index >= 0) {
                uses.add(new Version(subject, index + 1, id, schema));
            }
        }
        return uses;
    }

    /**
     * Why the schema may not follow these versions of the subject.
     *
     * @param ids versions judged against
     */
    List<String> faults(String subject, Schema schema, List<Integer> ids) {
        List<Schema> before = ids.stream().map(id -> parse(schema(id))).toList();
        return ruleOf(subject).faults(schema, before);
    }

    Rule ruleOf(String subject) {
        return ledger.rule(subject).orElseGet(ledger::rule);
    }

    Rule rule() {
        return ledger.rule();
    }

    /** The subject's own rule; refused when it follows the general one. */
    Rule ownRule(String subject) {
        if (ledger.rule(subject).isEmpty()) {
            log.catchUp();
        }
        return ledger.rule(subject).orElseThrow(() -> Refusal.noRule(subject));
    }

    /** Sets a rule; null subject: the general one; null rule: none of its own any more. */
    synchronized void setRule(@Nullable String subject, @Nullable Rule rule) {
        log.append(new LogRecord.RuleSet(subject, rule));
    }

    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException invalid) {
            throw Refusal.noSchema(String.valueOf(invalid.getMessage()));
        }
    }

    /** The text that makes two schemas the same one: what compilers add for Java does not count. */
    private static String textOf(Schema schema) {
        return schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like numbers that are none of a version.
        }
        throw Refusal.noVersion(text);
    }
}
