package errand.amap.live;

import static org.assertj.core.api.Assertions.assertThat;

import errand.amap.maps.Location;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Gcj02Test {

    /** Points whose both coordinates are published widely. */
    @Test
    void moves_tiananmen_by_half_a_kilometre_to_the_north_east() {
        Location wgs = new Location(116.391305, 39.907357);
        Location gcj = Gcj02.ofWgs84(wgs);

        assertThat(gcj.kilometresTo(wgs)).isBetween(0.4, 0.7);
        assertThat(gcj.lon() - wgs.lon()).isBetween(0.0055, 0.0070);
        assertThat(gcj.lat() - wgs.lat()).isBetween(0.0010, 0.0020);
    }

    @Test
    void there_and_back_is_the_same_to_a_metre() {
        Random chance = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            Location wgs =
                    new Location(80 + chance.nextDouble() * 50, 20 + chance.nextDouble() * 30);
            assertThat(Gcj02.toWgs84(Gcj02.ofWgs84(wgs)).kilometresTo(wgs))
                    .as("%s", wgs)
                    .isLessThan(0.001);
        }
    }

    @Test
    void leaves_the_rest_of_the_world_where_it_is() {
        Location paris = new Location(2.3522, 48.8566);

        assertThat(Gcj02.ofWgs84(paris)).isEqualTo(paris);
    }
}
