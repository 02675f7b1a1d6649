package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page's modules that need no browser, by node's own test runner. */
@Tag("browser")
class PageModulesTest {

    private static final Path PAGE =
            Path.of("../orchestrator/src/main/resources/errand/orchestrator/page").toAbsolutePath();

    @Test
    void what_the_page_makes_of_events_is_what_its_own_tests_say() throws Exception {
        var lacking = PageScripts.prepared();
        if (lacking.isPresent()) {
            abort(lacking.get());
        }
        var result =
                PageScripts.run(
                        60,
                        Map.of("PAGE", PAGE.normalize().toUri().toString()),
                        List.of("node", "--test", "--test-reporter=tap", "fold.test.js"));
        assertThat(result.exit()).as(result.output() + result.errors()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
