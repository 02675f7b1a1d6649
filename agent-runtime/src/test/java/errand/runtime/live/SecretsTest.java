package errand.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.settings.MissingSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void a_secret_comes_from_the_environment_or_from_a_file_it_names() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), " from-file\n");
        assertThat(new Secrets(Map.of("ERRAND_X_KEY", "said ")).get("ERRAND_X_KEY").reveal())
                .isEqualTo("said");
        assertThat(
                        new Secrets(Map.of("ERRAND_X_KEY_FILE", file.toString()))
                                .get("ERRAND_X_KEY")
                                .reveal())
                .isEqualTo("from-file");
    }

    @Test
    void it_shows_itself_to_nobody() {
        Secret secret = new Secrets(Map.of("ERRAND_X_KEY", "said")).get("ERRAND_X_KEY");
        assertThat(secret).hasToString("***");
        assertThat("key: " + secret).doesNotContain("said");
    }

    @Test
    void what_is_missing_is_said_with_both_ways_to_set_it() {
        assertThatThrownBy(() -> new Secrets(Map.of("ERRAND_X_KEY", " ")).get("ERRAND_X_KEY"))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("set it in the environment, or ERRAND_X_KEY_FILE to a file");
        assertThatThrownBy(
                        () ->
                                new Secrets(Map.of("ERRAND_X_KEY_FILE", folder + "/none"))
                                        .get("ERRAND_X_KEY"))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining(
                        "Setting 'ERRAND_X_KEY_FILE' is unusable: the file 'none' that it names cannot be read");
        assertThat(new Secrets(Map.of()).find("ERRAND_X_KEY")).isEmpty();
    }
}
