package errand.local.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/guides/write-an-agent.md lets a reader type works: the agent and its change. */
class AgentGuideTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK =
            Pattern.compile(
                    "```java\\n// ([^:]+): ([^;\\n]+)(?:;[^\\n]*)?\\n(.*?)```", Pattern.DOTALL);

    private Path module = Path.of(".");
    private List<MatchResult> blocks = List.of();

    @BeforeEach
    void make(@TempDir Path folder) throws IOException {
        module = folder.toRealPath().resolve("studio");
        new NewAgent(new AgentName("studio"), module, new Checkout(ROOT)).make();
        String guide = Files.readString(ROOT.resolve("docs/guides/write-an-agent.md"));
        blocks = BLOCK.matcher(guide).results().toList();
    }

    @Test
    void the_capability_that_is_added_compiles() throws IOException {
        assertThat(blocks).hasSize(6);
        for (MatchResult block : blocks) {
            type(block.group(1), block.group(2), block.group(3));
        }

        assertThat(Sources.compile(module, module.resolveSibling("classes"))).isEmpty();
        assertThat(Files.readString(file("StudioAgent.java"))).contains("\"session.week\"");
    }

    private void type(String where, String place, String text) throws IOException {
        if (where.equals("new file")) {
            Files.writeString(file("Sessions.java").resolveSibling(place), text);
            return;
        }
        String before = Files.readString(file(where));
        String anchor = place.replaceFirst("before ", "");
        int at = anchor.equals("the last brace") ? before.lastIndexOf('}') : before.indexOf(anchor);
        assertThat(at).as("%s in %s", anchor, where).isPositive();
        String changed = before.substring(0, at) + body(text) + before.substring(at);
        Files.writeString(
                file(where), changed.replaceFirst("\nimport ", "\n" + imports(text) + "import "));
    }

    private static String imports(String text) {
        return String.join(
                "", text.lines().filter(AgentGuideTest::isImport).map(l -> l + "\n").toList());
    }

    private static String body(String text) {
        return String.join(
                "", text.lines().filter(line -> !isImport(line)).map(l -> l + "\n").toList());
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private Path file(String name) throws IOException {
        return Sources.files(module).stream()
                .filter(path -> Objects.toString(path.getFileName()).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
