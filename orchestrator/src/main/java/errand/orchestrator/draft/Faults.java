package errand.orchestrator.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults found so far. */
final class Faults {

    private final Set<Fault> found = new LinkedHashSet<>();

    void add(String path, String code, String message) {
        found.add(new Fault(path, code, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    boolean at(String path) {
        return found.stream().anyMatch(fault -> fault.path().equals(path));
    }

    /** In the order of the draft as far as paths tell. */
    List<Fault> all() {
        List<Fault> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Fault fault) -> key(fault.path())));
        return sorted;
    }

    /** Numbers in a path count as numbers. */
    private static String key(String path) {
        StringBuilder key = new StringBuilder();
        for (String part : path.split("/", -1)) {
            boolean number = part.matches("\\d{1,9}");
            key.append('/').append(number ? "%09d".formatted(Integer.parseInt(part)) : part);
        }
        return key.toString();
    }
}
