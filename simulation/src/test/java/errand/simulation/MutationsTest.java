package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves the simulation itself: each known mistake, put into the real source, is found, and by the
 * invariant that its patch names in its first lines ({@code Caught by: …}).
 */
@Tag("mutations")
class MutationsTest {

    private static final int SEEDS = 300;
    private static final String CAUGHT_BY = "Caught by: ";

    @TempDir Path folder;

    @Test
    void there_are_enough() throws IOException {
        assertThat(Mutant.patches()).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void the_real_source_holds() throws Exception {
        assertThat(new Mutant(folder).caught(SEEDS)).isEmpty();
    }

    static List<Path> patches() throws IOException {
        return Mutant.patches();
    }

    @ParameterizedTest
    @MethodSource("patches")
    void a_mistake_is_caught(Path patch) throws Exception {
        Mutant mutant = new Mutant(folder);
        mutant.make(patch);
        String invariant = mutant.caught(SEEDS).orElse("nothing");
        System.getLogger(MutationsTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0}: caught by {1}",
                        patch.getFileName(),
                        invariant);
        List<String> expected =
                Files.readAllLines(patch).stream()
                        .filter(line -> line.startsWith(CAUGHT_BY))
                        .map(line -> line.substring(CAUGHT_BY.length()))
                        .toList();
        assertThat(expected).contains(invariant);
    }
}
