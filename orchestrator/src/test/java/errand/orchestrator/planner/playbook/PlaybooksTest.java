package errand.orchestrator.planner.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playbooks from the class path and from a folder. */
class PlaybooksTest {

    private static final String GOOD =
            """
            name: ping
            says: {zh: ["呼叫{who}"], en: ["ping {who}"]}
            slots:
              who: {type: text, ask: {zh: 谁？, en: Who?}}
            steps:
              - {id: p, capability: bench.echo.say, input: {text: "${$in.who}"}}
            answer:
              zh: "${$out.p.text}"
              en: "${$out.p.text}"
            """;

    @TempDir private Path folder;
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void all_that_is_shipped_is_sound_and_in_the_index() throws IOException, URISyntaxException {
        Playbooks.Shelf shelf = Playbooks.with(null).current();
        assertThat(shelf.faults()).isEmpty();
        assertThat(shelf.playbooks())
                .extracting(Playbook::name)
                .containsExactly(
                        "cook",
                        "day-trip",
                        "drinks",
                        "goods-buy",
                        "goods-compare",
                        "hotel-book",
                        "route",
                        "team-building",
                        "train-book",
                        "train-search",
                        "weather");
        Path index =
                Path.of(
                        Objects.requireNonNull(getClass().getResource("/playbooks/index.txt"))
                                .toURI());
        Path shipped = Objects.requireNonNull(index.getParent());
        try (Stream<Path> files = Files.list(shipped)) {
            assertThat(
                            files.map(it -> it.getFileName().toString())
                                    .filter(it -> it.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            Files.readAllLines(shipped.resolve("index.txt")));
        }
    }

    @Test
    void a_fault_names_file_line_and_reason() throws IOException {
        assertThat(faults(GOOD.replace("type: text", "type: colour")))
                .containsExactly(
                        "4: unknown slot type 'colour'; there are: city, place, date, time, nights, people, rooms, quantity, money, item, text, choice, choices.");
        assertThat(faults(GOOD.replace("ping {who}", "ping {whom}")))
                .containsExactly("2: '{whom}' is no slot of this playbook; there are: who.");
        assertThat(faults(GOOD.replace("steps:", "stages: []\nsteps:")))
                .containsExactly(
                        "5: unknown key 'stages'; known here: about, answer, budget, cannot, example, goal, keywords, name, says, slots, steps.");
        assertThat(faults(GOOD.replace("steps:", "about: {zh: 票, fr: [billet]}\nsteps:")))
                .containsExactlyInAnyOrder(
                        "5: unknown key 'fr'; known here: en, zh.",
                        "5: 'about' is a list of words: {zh: [\"…\"], en: [\"…\"]}.");
        assertThat(faults(GOOD.replace("${$in.who}", "${$now()}")))
                .singleElement()
                .asString()
                .startsWith("6: ${$now()} calls $now(), which is not allowed");
        assertThat(faults(GOOD.replace(", ask: {zh: 谁？, en: Who?}", "")))
                .containsExactly(
                        "4: slot 'who' must be known, so it needs 'ask' or 'default', or 'optional: true'.");
        assertThat(faults(GOOD.replace("says: {", "says: {{")))
                .singleElement()
                .asString()
                .matches("\\d+: is not YAML: .*");
    }

    @Test
    void one_broken_file_leaves_the_others_working() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: [");
        Files.writeString(folder.resolve("b.yaml"), GOOD);
        Files.writeString(folder.resolve("c.yaml"), GOOD);
        Playbooks.Shelf shelf = Playbooks.with(folder).current();
        assertThat(shelf.named("ping")).isNotNull();
        assertThat(shelf.faults()).hasSize(2);
        assertThat(shelf.faults().getLast())
                .hasToString(
                        "%s:1: there is a playbook 'ping' already, in %s; give this one another name."
                                .formatted(folder.resolve("c.yaml"), folder.resolve("b.yaml")));
    }

    @Test
    void a_change_is_picked_up_within_a_second_and_not_looked_for_more_often() throws IOException {
        Playbooks playbooks = Playbooks.with(folder, nanos::get);
        assertThat(playbooks.current().named("ping")).isNull();
        Path file = Files.writeString(folder.resolve("ping.yaml"), GOOD);
        nanos.set(999_999_999L);
        assertThat(playbooks.current().named("ping")).isNull();
        nanos.set(1_000_000_000L);
        assertThat(playbooks.current().named("ping")).isNotNull();
        Files.writeString(file, GOOD.replace("name: ping", "name: pong"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        nanos.set(2_000_000_000L);
        assertThat(playbooks.current().named("ping")).isNull();
        assertThat(playbooks.current().named("pong")).isNotNull();
    }

    private static List<String> faults(String text) {
        PlaybookReader.Read read = PlaybookReader.read("x.yaml", text);
        assertThat(read.playbook()).isNull();
        return read.faults().stream().map(it -> it.line() + ": " + it.message()).toList();
    }
}
