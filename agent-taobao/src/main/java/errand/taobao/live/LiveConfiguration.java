package errand.taobao.live;

import errand.runtime.live.Secrets;
import errand.runtime.live.VendorHttp;
import errand.runtime.settings.MissingSetting;
import errand.taobao.market.Marketplace;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Taobao's open platform behind the port, when the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
@ConditionalOnProperty(name = "errand.taobao.mode", havingValue = "live")
class LiveConfiguration {

    static final String KEY = "ERRAND_TAOBAO_KEY";
    static final String SECRET = "ERRAND_TAOBAO_SECRET";

    @Bean
    Marketplace market(LiveProperties live, Clock clock) {
        return market(live, new Secrets(System.getenv()), clock);
    }

    static Marketplace market(LiveProperties live, Secrets secrets, Clock clock) {
        if (live.adzoneId().isBlank()) {
            throw new MissingSetting(
                    "errand.taobao.live.adzone-id",
                    "live mode needs the place that searches are made for (推广位), the last number of a pid mm_1_2_3");
        }
        OpenPlatform platform =
                new OpenPlatform(
                        new VendorHttp("Taobao", live.url(), live.answerWithin()),
                        secrets.get(KEY),
                        secrets.get(SECRET),
                        clock);
        OpenPlatformGoods goods = new OpenPlatformGoods(platform, live.adzoneId());
        return Marketplace.showing(goods, goods);
    }
}
