package errand.runtime.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which world it is.
 *
 * @param seed the same seed is the same world
 * @param directory of a world pack that extends or replaces what is generated; blank for none
 */
@ConfigurationProperties("errand.world")
public record WorldProperties(@DefaultValue("42") long seed, @DefaultValue("") String directory) {}
