package errand.bench.frame;

/**
 * One thing that is measured. A bench has a {@code main} that calls {@link BenchRun#main}, and a
 * row in the table of the {@code errand} command ({@code errand.local.Benches}).
 */
public interface Bench {

    /**
     * Measures once. {@code --runs N} calls it N times, on the same installation, and tells
     * medians; a figure has the same name in each run.
     *
     * @throws VoidRun when what was measured says nothing, as the machine was too slow
     */
    void measure(Settings settings, Report report) throws Exception;

    /** How often it measures unless {@code --runs} says otherwise. */
    default int runs() {
        return 1;
    }
}
