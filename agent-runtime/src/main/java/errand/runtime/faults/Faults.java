package errand.runtime.faults;

import errand.runtime.faults.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The troubles that wait to happen, oldest first; in memory, gone with the process. Production
 * agents in live mode have {@link #none}.
 */
public final class Faults {

    private static final Faults NONE = new Faults(false);

    private final boolean possible;
    private final List<Fault> waiting = new ArrayList<>();

    private Faults(boolean possible) {
        this.possible = possible;
    }

    /** Of a sandbox. */
    public static Faults possible() {
        return new Faults(true);
    }

    /** Nothing ever goes wrong here by request. */
    public static Faults none() {
        return NONE;
    }

    /** It will happen {@code fault.times()} times, after those of the same kind that wait. */
    public synchronized void add(Fault fault) {
        if (!possible) {
            throw new IllegalStateException("Only a sandbox can be asked for faults.");
        }
        waiting.add(fault);
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** The next trouble of one of these kinds, which happens now and one time less from then on. */
    public synchronized Optional<Fault> next(String capability, Set<Kind> kinds) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.capability().equals(capability) && kinds.contains(fault.kind())) {
                if (fault.times() <= 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
