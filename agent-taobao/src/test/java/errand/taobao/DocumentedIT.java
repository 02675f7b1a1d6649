package errand.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Capability;
import errand.runtime.sandbox.pack.PackTable;
import errand.taobao.sandbox.MarketPack;
import errand.taobao.sandbox.Sandbox;
import errand.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reference page names all that there is. */
@Tag("integration")
class DocumentedIT {

    private static final Pattern REFUSED =
            Pattern.compile("[rR]efused\\(\\s*(?:task,\\s*)?\"([A-Z_]+)\"");

    private final String page = read(Path.of("../docs/reference/agent-taobao.md"));

    @Test
    void every_capability_is_on_the_page() {
        try (HikariDataSource database = TestDatabase.forAgent("taobao");
                Sandbox sandbox = Sandbox.on(database, 42)) {
            assertThat(new TaobaoAgent(sandbox.market()).capabilities().all())
                    .hasSize(20)
                    .extracting(Capability::name)
                    .allMatch(
                            name -> page.contains("`" + name.substring("taobao.".length()) + "`"));
        }
    }

    @Test
    void every_refusal_of_this_agent_is_on_the_page() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentedIT::read)
                    .forEach(
                            source -> {
                                Matcher refused = REFUSED.matcher(source);
                                while (refused.find()) {
                                    codes.add(refused.group(1));
                                }
                            });
        }

        assertThat(codes).hasSizeGreaterThan(15).allMatch(code -> page.contains("`" + code + "`"));
    }

    @Test
    void every_column_of_a_world_pack_is_on_the_page() {
        for (PackTable<?> table : new MarketPack().tables()) {
            assertThat(page).contains("`" + table.path() + "`");
            assertThat(table.columns())
                    .allMatch(column -> page.contains("| `" + column.name() + "`"))
                    .allMatch(column -> page.contains(column.description()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
