package errand.runtime.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which world it is.
 *
 * @param seed the same seed is the same world
 * @param size how many times as large as usual, at least 1
 * @param directory of a world pack that extends or replaces what is generated; blank for none
 */
@ConfigurationProperties("errand.world")
public record WorldProperties(
        @DefaultValue("42") long seed,
        @DefaultValue("1") int size,
        @DefaultValue("") String directory) {}
