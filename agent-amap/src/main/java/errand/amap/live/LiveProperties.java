package errand.amap.live;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Amap's web service is. Its keys are no settings: {@code ERRAND_AMAP_KEY} and, where digital
 * signatures are switched on for the key, {@code ERRAND_AMAP_PRIVATE_KEY} stand in the environment,
 * or in files that {@code …_FILE} names.
 *
 * @param base scheme and host
 * @param within how long one call may take
 */
@ConfigurationProperties("errand.amap.live")
record LiveProperties(
        @DefaultValue("https://restapi.amap.com") URI base, @DefaultValue("5s") Duration within) {

    LiveProperties {
        if (!within.isPositive()) {
            throw new IllegalArgumentException(
                    "errand.amap.live.within is %s; it must be longer than nothing, such as 5s."
                            .formatted(within));
        }
    }
}
