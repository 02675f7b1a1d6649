package errand.embedded.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the log says so far: ids, versions, rules. Every registry folds the same log in the same
 * order, and a proposal that does not fit what stands before it counts for nothing, so all of them
 * agree on every id.
 */
final class Ledger {

    private final Map<Integer, String> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private Rule rule = Rule.FULL_TRANSITIVE;

    synchronized void apply(LogRecord record) {
        switch (record) {
            case LogRecord.Proposed proposed -> {
                if (fits(proposed)) {
                    take(proposed);
                }
            }
            case LogRecord.RuleSet set -> set(set.subject(), set.rule());
        }
    }

    private boolean fits(LogRecord.Proposed proposed) {
        List<Integer> versions = subjects.getOrDefault(proposed.subject(), List.of());
        Integer id = ids.get(proposed.schema());
        boolean idFits =
                id == null ? !schemas.containsKey(proposed.id()) : id.equals(proposed.id());
        return idFits
                && proposed.version() == versions.size() + 1
                && !versions.contains(proposed.id());
    }

    private void take(LogRecord.Proposed proposed) {
        schemas.put(proposed.id(), proposed.schema());
        ids.put(proposed.schema(), proposed.id());
        subjects.computeIfAbsent(proposed.subject(), _ -> new ArrayList<>()).add(proposed.id());
    }

    private void set(@Nullable String subject, @Nullable Rule wanted) {
        if (subject == null) {
            rule = wanted == null ? Rule.FULL_TRANSITIVE : wanted;
        } else if (wanted == null) {
            rules.remove(subject);
        } else {
            rules.put(subject, wanted);
        }
    }

    /** The proposal that would give a schema its next place under a subject. */
    synchronized LogRecord.Proposed next(String subject, String schema, String by) {
        int highest = schemas.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        int id = ids.getOrDefault(schema, highest + 1);
        return new LogRecord.Proposed(subject, versions(subject).size() + 1, id, schema, by);
    }

    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** Ids of the versions of a subject, version 1 first; empty when there is no such subject. */
    synchronized List<Integer> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    /** The version of a subject that has this schema. */
    synchronized Optional<Integer> versionOf(String subject, String schema) {
        Integer id = ids.get(schema);
        int index = id == null ? -1 : versions(subject).indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    synchronized Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    synchronized Rule rule() {
        return rule;
    }

    synchronized Optional<Rule> rule(String subject) {
        return Optional.ofNullable(rules.get(subject));
    }
}
