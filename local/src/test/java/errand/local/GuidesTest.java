package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.planner.DraftReply;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.OfflinePlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides show still works: the scenario is planned. */
class GuidesTest {

    private static final Path GUIDES = Path.of("../docs/guides");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"出门去杭州东站要带伞吗", "going out to Hangzhou East Station, do I need an umbrella"})
    void the_first_scenario_is_planned(String sentence) throws IOException {
        Files.writeString(
                folder.resolve("leaving.yaml"), blocks("first-scenario.md", "yaml").getFirst());
        DraftReply reply =
                OfflinePlanner.with(folder)
                        .draft(
                                new DraftRequest(
                                        "m_1",
                                        sentence,
                                        "zh",
                                        "2026-11-23T15:00:00+08:00",
                                        "Asia/Shanghai",
                                        new errand.orchestrator.planner.Person(
                                                "demo", "杭州", Map.of("公司", "西溪园区")),
                                        List.of(),
                                        null,
                                        false));
        assertThat(reply.playbook()).as(String.valueOf(reply.text())).isEqualTo("leaving");
        assertThat(Objects.requireNonNull(reply.plan()).path("steps")).hasSize(2);
    }

    private static List<String> blocks(String guide, String language) throws IOException {
        String text = Files.readString(GUIDES.resolve(guide));
        var found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        return found.results().map(block -> block.group(1)).toList();
    }
}
