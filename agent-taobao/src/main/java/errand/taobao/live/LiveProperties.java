package errand.taobao.live;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Taobao's open platform is.
 *
 * @param url of the gateway, without its path
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
        if (!answerWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "errand.taobao.live.answer-within is %s; it must be longer than nothing, such as 5s."
                            .formatted(answerWithin));
        }
    }
}
