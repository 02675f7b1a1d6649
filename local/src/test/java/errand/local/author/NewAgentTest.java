package errand.local.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.local.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What a new agent is made of, and what is refused. */
class NewAgentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Path folder = Path.of(".");

    @BeforeEach
    void folder(@TempDir Path temp) throws IOException {
        folder = temp.toRealPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "my-flower-shop2", "session", "sandbox"})
    void its_code_compiles_whatever_it_is_called(String name) throws IOException {
        Path module = folder.resolve("it");
        outside(name, module).make();

        assertThat(Sources.compile(module, folder.resolve("classes"))).isEmpty();
    }

    @Test
    void nothing_is_left_of_the_name_of_the_template() throws IOException {
        outside("weather", folder.resolve("it")).make();

        for (Path file : Sources.files(folder.resolve("it"))) {
            assertThat(Files.readString(file))
                    .doesNotContainIgnoringCase("sample")
                    .doesNotContain("@ERR");
            assertThat(file.toString()).doesNotContainIgnoringCase("sample");
        }
        assertThat(folder.resolve("it/src/main/java/agents/weather/WeatherAgent.java")).exists();
        assertThat(folder.resolve("it/src/main/resources/db/weather/V1__sessions.sql")).exists();
    }

    @Test
    void the_name_is_in_packages_and_classes_as_java_writes_it() {
        AgentName name = new AgentName("my-flower-shop");

        assertThat(name.packageName()).isEqualTo("myflowershop");
        assertThat(name.className()).isEqualTo("MyFlowerShop");
        assertThat(name.module()).isEqualTo("agent-my-flower-shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Weather | lower-case letters, digits and '-'",
                "2fast | starting with a letter",
                "'' | such as flower-shop",
                "wetter_bericht | lower-case letters",
                "天气 | lower-case letters",
                "a2345678901234567890123456789012345678901 | at most 40",
                "class | is a word of Java",
                "new | is a word of Java",
                "agent | is a name that Errand uses itself",
                "planner | is a name that Errand uses itself",
                "public | is a word of Java",
                "orchestrator | is a name that Errand uses itself"
            })
    void what_cannot_be_a_name_is_refused_with_the_reason(String name, String why) {
        assertThatThrownBy(() -> new AgentName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + name + "' ")
                .hasMessageContaining(why);
    }

    @Test
    void a_folder_with_files_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "do not lose");

        assertThatThrownBy(() -> outside("weather", folder).make())
                .isInstanceOf(Complaint.class)
                .hasMessage(
                        folder
                                + " is not empty (thesis.txt). Choose a folder that is new or"
                                + " empty: --dir DIR");
        assertThat(Sources.files(folder)).hasSize(1);
    }

    @Test
    void a_new_git_repository_is_as_good_as_an_empty_folder() throws IOException {
        Files.createDirectories(folder.resolve(".git"));

        outside("weather", folder).make();

        assertThat(folder.resolve("pom.xml")).exists();
    }

    @Test
    void its_compose_file_has_it_as_the_others_are_and_publishes_nothing() throws IOException {
        outside("weather", folder.resolve("it")).make();

        Map<String, Object> its = service(folder.resolve("it/compose.yaml"), "agent-weather");
        Map<String, Object> other = service(ROOT.resolve("docker-compose.yml"), "agent-fliggy");
        assertThat(its.remove("build")).isEqualTo(folder.resolve("it").toString());
        assertThat(its.remove("image"))
                .isEqualTo("${ERRAND_IMAGES:-errand}/agent-weather:${ERRAND_TAG:-local}");
        other.remove("image");
        assertThat(its).isEqualTo(other);
    }

    @Test
    void inside_the_clone_it_becomes_a_module_like_the_others() throws IOException {
        Path clone = aClone();
        NewAgent agent = inside(clone, "agent-inside-test");

        assertThat(agent.make().getFirst()).contains("agent-inside-test", "pom.xml");

        assertThat(
                        clone.resolve(
                                "agent-inside-test/src/main/java/agents/insidetest/InsideTestAgent.java"))
                .exists();
        assertThat(clone.resolve("agent-inside-test/Dockerfile")).doesNotExist();
        assertThat(Files.readString(clone.resolve("pom.xml")))
                .containsOnlyOnce("        <module>agent-inside-test</module>\n")
                .containsOnlyOnce(
                        "<artifactId>agent-inside-test</artifactId><version>${project.version}<");
        assertThat(Files.readString(clone.resolve("local/pom.xml")))
                .containsOnlyOnce("<artifactId>agent-inside-test</artifactId></dependency>\n");
        assertThat(Files.readString(clone.resolve("deploy/prometheus/prometheus.yml")))
                .containsOnlyOnce("          - agent-inside-test:8080\n");
        Map<String, Object> its = service(clone.resolve("docker-compose.yml"), "agent-inside-test");
        Map<String, Object> other = service(clone.resolve("docker-compose.yml"), "agent-fliggy");
        assertThat(its.remove("image"))
                .isEqualTo("${ERRAND_IMAGES:-errand}/agent-inside-test:${ERRAND_TAG:-local}");
        other.remove("image");
        assertThat(its).isEqualTo(other);
    }

    @Test
    void elsewhere_in_the_clone_it_is_refused_and_nothing_changes() throws IOException {
        Path clone = aClone();
        String before = Files.readString(clone.resolve("pom.xml"));

        assertThatThrownBy(() -> inside(clone, "docs/inside-test").make())
                .hasMessageContaining("is inside the clone, where agent 'inside-test' is called")
                .hasMessageContaining(clone.resolve("agent-inside-test").toString());
        assertThat(Files.readString(clone.resolve("pom.xml"))).isEqualTo(before);
    }

    @Test
    void a_clone_that_has_no_place_for_it_is_left_as_it_was() throws IOException {
        Path clone = aClone();
        Files.writeString(clone.resolve("docker-compose.yml"), "services: {}\n");
        String before = Files.readString(clone.resolve("pom.xml"));

        assertThatThrownBy(() -> inside(clone, "agent-inside-test").make())
                .hasMessageContaining("docker-compose.yml has no line like 'prometheus:'");
        assertThat(Files.readString(clone.resolve("pom.xml"))).isEqualTo(before);
        assertThat(clone.resolve("agent-inside-test")).doesNotExist();
    }

    @Test
    void the_parts_are_made_anew_when_they_have_changed_and_only_then() throws IOException {
        Path clone = aClone();
        for (String module :
                new String[] {"schemas", "embedded", "agent-runtime", "agent-testkit"}) {
            Files.createDirectories(clone.resolve(module).resolve("target/classes"));
            Files.writeString(clone.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(clone.resolve(module).resolve("target/classes/a.txt"), "1");
        }
        PartsRepository parts = new PartsRepository(new Checkout(clone));
        parts.refresh();
        Path repository = clone.resolve("local/target/repository");
        var first = Sources.files(repository);
        parts.refresh();
        assertThat(Sources.files(repository)).isEqualTo(first);
        assertThat(first.toString()).containsPattern("schemas-0[.\\d]+-\\d{8}\\.\\d{6}-1\\.jar");

        Path changed = clone.resolve("schemas/target/classes/a.txt");
        Files.setLastModifiedTime(
                changed,
                java.nio.file.attribute.FileTime.from(
                        Files.getLastModifiedTime(changed).toInstant().plusSeconds(2)));
        parts.refresh();
        assertThat(Sources.files(repository)).isNotEqualTo(first).hasSameSizeAs(first);
    }

    private static NewAgent outside(String name, Path folder) {
        return new NewAgent(new AgentName(name), folder, new Checkout(ROOT));
    }

    private static NewAgent inside(Path clone, String folder) {
        return new NewAgent(
                new AgentName("inside-test"), clone.resolve(folder), new Checkout(clone));
    }

    /** What of a clone an agent is entered into. */
    private Path aClone() throws IOException {
        Path clone = folder.resolve("clone");
        for (String file :
                new String[] {
                    "pom.xml",
                    "local/pom.xml",
                    "docker-compose.yml",
                    "deploy/prometheus/prometheus.yml"
                }) {
            Files.createDirectories(clone.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), clone.resolve(file));
        }
        return clone;
    }

    private static Map<String, Object> service(Path file, String name) throws IOException {
        Map<String, Map<String, Map<String, Object>>> all = new Yaml().load(Files.readString(file));
        return new java.util.LinkedHashMap<>(
                all.getOrDefault("services", Map.of()).getOrDefault(name, Map.of()));
    }
}
