package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises, checked without Docker. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> BORROWED =
            List.of("kafka", "registry", "postgres", "prometheus", "grafana");

    private final Map<String, Map<String, Object>> services = services();

    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
            assertThat(file).as("docker-compose 1.29 refuses a name").doesNotContainKey("name");
            return new TreeMap<>(file.getOrDefault("services", Map.of()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Those that {@code up} runs as applications. */
    private static List<String> ours() {
        return Services.with(List.of()).stream()
                .filter(service -> service.kind() == Service.Kind.APPLICATION)
                .map(Service::name)
                .toList();
    }

    @Test
    void all_services_of_the_command_are_there_and_what_they_stand_on() {
        assertThat(services.keySet()).containsAll(ours()).containsAll(BORROWED);
        assertThat(services).hasSize(ours().size() + BORROWED.size());
    }

    @Test
    void every_image_can_be_another_one() {
        services.forEach(
                (name, service) ->
                        assertThat(text(service, "image"))
                                .as(name)
                                .matches("\\$\\{ERRAND_[A-Z_]+:-.+}.*"));
        ours().forEach(
                        name ->
                                assertThat(text(service(name), "image"))
                                        .isEqualTo(
                                                "${ERRAND_IMAGES:-errand}/"
                                                        + name
                                                        + ":${ERRAND_TAG:-local}"));
    }

    @Test
    void every_service_tells_its_health() throws IOException {
        BORROWED.forEach(name -> assertThat(service(name)).as(name).containsKey("healthcheck"));
        assertThat(Files.readString(ROOT.resolve("Dockerfile")))
                .contains("HEALTHCHECK")
                .contains("errand.runtime.health.Ready");
    }

    @Test
    void no_port_is_published_beyond_this_machine() {
        services.forEach(
                (name, service) ->
                        assertThat(list(service, "ports"))
                                .as(name)
                                .allSatisfy(
                                        port ->
                                                assertThat(port.toString())
                                                        .startsWith("127.0.0.1:")));
        assertThat(list(service("orchestrator"), "ports")).isNotEmpty();
        ours().stream()
                .filter(name -> name.startsWith("agent-"))
                .forEach(name -> assertThat(list(service(name), "ports")).isEmpty());
    }

    @Test
    void every_service_has_a_limit_of_memory_and_comes_back() {
        services.forEach(
                (name, service) ->
                        assertThat(service)
                                .as(name)
                                .containsKey("mem_limit")
                                .containsEntry("restart", "unless-stopped"));
    }

    @Test
    void a_password_is_a_variable_whose_default_says_what_it_is() {
        services.forEach(
                (name, service) ->
                        map(service, "environment")
                                .forEach(
                                        (key, value) -> {
                                            if (key.contains("PASSWORD")) {
                                                assertThat(value.toString())
                                                        .as(name + " " + key)
                                                        .matches(
                                                                "\\$\\{ERRAND_[A-Z_]+:-development-only}");
                                            }
                                        }));
    }

    @Test
    void prometheus_asks_every_service_of_ours() throws IOException {
        var config = Files.readString(ROOT.resolve("deploy/prometheus/prometheus.yml"));
        assertThat(ours()).allSatisfy(name -> assertThat(config).contains("- " + name + ":8080"));
    }

    private Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> service, String key) {
        return (Map<String, Object>) service.getOrDefault(key, Map.of());
    }

    private static List<?> list(Map<String, Object> service, String key) {
        return (List<?>) service.getOrDefault(key, List.of());
    }

    private static String text(Map<String, Object> service, String key) {
        return service.getOrDefault(key, "").toString();
    }
}
