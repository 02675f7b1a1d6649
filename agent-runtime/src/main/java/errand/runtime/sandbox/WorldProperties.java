package errand.runtime.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which world it is.
 *
 * @param seed the same seed is the same world
 * @param size how many times as large as usual, 1 to 20
 * @param directory of a world pack that extends or replaces what is generated; blank for none
 */
@ConfigurationProperties("errand.world")
public record WorldProperties(
        @DefaultValue("42") long seed,
        @DefaultValue("1") int size,
        @DefaultValue("") String directory) {

    private static final int LARGEST = 20;

    public WorldProperties {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "errand.world.size is %d; it must be from 1 to %d.".formatted(size, LARGEST));
        }
    }
}
