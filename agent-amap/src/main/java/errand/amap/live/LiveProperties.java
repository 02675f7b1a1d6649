package errand.amap.live;

import errand.runtime.live.Endpoint;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Amap's web service is. Its keys are no settings: {@code ERRAND_AMAP_KEY} and, where digital
 * signatures are switched on for the key, {@code ERRAND_AMAP_PRIVATE_KEY} stand in the environment,
 * or in files that {@code …_FILE} names.
 *
 * @param base scheme and host; {@code https} unless it is this machine
 * @param within how long one call may take
 */
@ConfigurationProperties("errand.amap.live")
record LiveProperties(
        @DefaultValue("https://restapi.amap.com") URI base, @DefaultValue("5s") Duration within) {

    LiveProperties {
        Endpoint.isSafe("errand.amap.live.base", base);
        Endpoint.takesTime("errand.amap.live.within", within, "5s");
    }
}
