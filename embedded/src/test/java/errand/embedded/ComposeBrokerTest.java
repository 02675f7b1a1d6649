package errand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What was measured and tested on the broker of {@code local} must hold in containers, too. */
class ComposeBrokerTest {

    /** Who it is, where it listens, and how little memory it takes: that may differ. */
    private static final Set<String> OF_THE_MACHINE =
            Set.of(
                    "node.id",
                    "process.roles",
                    "listeners",
                    "advertised.listeners",
                    "listener.security.protocol.map",
                    "controller.listener.names",
                    "controller.quorum.voters",
                    "log.dirs",
                    "log.cleaner.dedupe.buffer.size",
                    "num.io.threads",
                    "num.network.threads",
                    "background.threads");

    @Test
    void the_broker_in_the_compose_file_has_all_settings_of_the_embedded_one() throws IOException {
        var embedded = new TreeMap<String, String>();
        new BrokerConfig(Path.of("data"), 1, 2, Map.of())
                .properties()
                .forEach((name, value) -> embedded.put(name.toString(), value.toString()));
        embedded.keySet().removeAll(OF_THE_MACHINE);

        assertThat(embedded).containsKey("group.share.heartbeat.interval.ms");
        assertThat(settingsInCompose()).containsAllEntriesOf(embedded);
    }

    /** Kafka's image reads KAFKA_A_B as a.b. */
    private static Map<String, String> settingsInCompose() throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> compose =
                new Yaml().load(Files.readString(Path.of("..", "docker-compose.yml")));
        var settings = new TreeMap<String, String>();
        compose.getOrDefault("services", Map.of())
                .getOrDefault("kafka", Map.of())
                .getOrDefault("environment", Map.of())
                .forEach(
                        (name, value) -> {
                            if (name.startsWith("KAFKA_")) {
                                settings.put(
                                        name.substring("KAFKA_".length())
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '.'),
                                        value.toString());
                            }
                        });
        return settings;
    }
}
