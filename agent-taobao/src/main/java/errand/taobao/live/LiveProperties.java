package errand.taobao.live;

import errand.runtime.live.Endpoint;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Taobao's open platform is.
 *
 * @param url of the gateway, without its path; {@code https} unless it is this machine
 * @param adzoneId the place that searches are made for (推广位), the last number of a pid {@code
 *     mm_1_2_3}
 * @param answerWithin how long one call may take
 */
@ConfigurationProperties("errand.taobao.live")
record LiveProperties(
        @DefaultValue("https://eco.taobao.com") URI url,
        @DefaultValue("") String adzoneId,
        @DefaultValue("5s") Duration answerWithin) {

    LiveProperties {
        Endpoint.isSafe("errand.taobao.live.url", url);
        Endpoint.takesTime("errand.taobao.live.answer-within", answerWithin, "5s");
    }
}
