package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.sandbox.Periods;
import errand.runtime.sandbox.WorldProperties;
import errand.runtime.sandbox.pack.WorldPack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @Test
    void a_price_is_honoured_for_half_an_hour_unless_said_otherwise() {
        assertThat(bound("errand.taobao", SandboxProperties.class, Map.of()).periods())
                .isEqualTo(new Periods(Duration.ofMinutes(30), Duration.ofMinutes(30)));
        assertThatThrownBy(
                        () ->
                                bound(
                                        "errand.taobao",
                                        SandboxProperties.class,
                                        Map.of("errand.taobao.quote-valid-for", "0s")))
                .rootCause()
                .hasMessageContaining("errand.taobao.quote-valid-for is PT0S");
    }

    @Test
    void the_world_has_its_usual_size_unless_said_otherwise() {
        assertThat(world(Map.of())).isEqualTo(new WorldProperties(42, 1, ""));
        assertThat(world(Map.of("errand.world.size", "10")).size()).isEqualTo(10);
        assertThatThrownBy(() -> world(Map.of("errand.world.size", "0")))
                .rootCause()
                .hasMessage("errand.world.size is 0; it must be from 1 to 20.");
    }

    @Test
    void a_larger_world_has_all_that_is_in_a_smaller_one() {
        Catalogue usual = new Catalogue(42);
        Catalogue larger = new Catalogue(42, 3, WorldPack.none());

        assertThat(larger.goods()).containsAll(usual.goods());
        assertThat(larger.goods()).hasSize(3 * usual.goods().size());
        assertThat(larger.inQuantity()).hasSize(3 * usual.inQuantity().size());
    }

    private static WorldProperties world(Map<String, String> settings) {
        return bound("errand.world", WorldProperties.class, settings);
    }

    private static <T> T bound(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
