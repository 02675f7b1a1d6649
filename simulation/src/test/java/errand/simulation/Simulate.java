package errand.simulation;

import errand.simulation.Chaos.Met;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Runs seeds one after the other; as a program, so that a changed core can be run beside the real
 * one.
 */
public final class Simulate {

    private Simulate() {}

    /** Runs seeds 1 to n and tells what they met; {@link Broken} says what did not hold. */
    static Map<Met, Integer> seeds(int n) {
        Map<Met, Integer> met = new EnumMap<>(Met.class);
        for (long seed = 1; seed <= n; seed++) {
            one(seed).met().forEach((what, times) -> met.merge(what, times, Integer::sum));
        }
        return met;
    }

    static Chaos one(long seed) {
        Run run = new Run(seed);
        try {
            new Invariants(run.toItsEnd()).hold();
            return run.chaos;
        } catch (Broken e) {
            throw new Broken(
                    e.invariant(), "seed %d: %s%n%s".formatted(seed, e.getMessage(), run), e);
        } catch (Throwable e) {
            throw new Broken(
                    "nothing throws", "seed %d: %s%n%s".formatted(seed, e.getMessage(), run), e);
        }
    }

    /**
     * Writes the name of the invariant that did not hold to a file; leaves no file when all held.
     *
     * @param args how many seeds, where to write
     */
    public static void main(String[] args) throws IOException {
        try {
            seeds(Integer.parseInt(args[0]));
            SmallScope.explore();
        } catch (Broken e) {
            Files.writeString(Path.of(args[1]), e.invariant());
        }
    }
}
