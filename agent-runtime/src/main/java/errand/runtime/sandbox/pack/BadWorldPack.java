package errand.runtime.sandbox.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A world pack with rows that cannot be used; nothing of it is taken. */
public final class BadWorldPack extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 50;

    private final transient List<PackFault> faults;

    BadWorldPack(Path directory, List<PackFault> faults) {
        super(said(directory, faults));
        this.faults = List.copyOf(faults);
    }

    public List<PackFault> faults() {
        return faults;
    }

    private static String said(Path directory, List<PackFault> faults) {
        String lines =
                faults.stream()
                        .limit(MOST_SHOWN)
                        .map(fault -> "\n  " + fault)
                        .collect(Collectors.joining());
        int more = faults.size() - MOST_SHOWN;
        return "The world pack in '%s' has %d %s:%s%s"
                .formatted(
                        directory.getFileName(),
                        faults.size(),
                        faults.size() == 1 ? "fault" : "faults",
                        lines,
                        more > 0 ? "\n  … and %d more".formatted(more) : "");
    }
}
