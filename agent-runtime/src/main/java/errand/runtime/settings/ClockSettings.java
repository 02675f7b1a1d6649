package errand.runtime.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What time it is for the business.
 *
 * @param start the instant at which the clock starts ticking; the system's time when not said
 */
@ConfigurationProperties("errand.clock")
public record ClockSettings(@Nullable Instant start) {}
