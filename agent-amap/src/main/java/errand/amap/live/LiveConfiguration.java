package errand.amap.live;

import errand.amap.Services;
import errand.runtime.live.Secret;
import errand.runtime.live.Secrets;
import errand.runtime.live.VendorHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Amap's web service behind the ports when the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
@ConditionalOnProperty(name = "errand.amap.mode", havingValue = "live")
class LiveConfiguration {

    private static final String KEY = "ERRAND_AMAP_KEY";
    private static final String PRIVATE_KEY = "ERRAND_AMAP_PRIVATE_KEY";

    @Bean
    Services services(LiveProperties properties) {
        return services(properties, new Secrets(System.getenv()));
    }

    /** What can be looked up with the key in these secrets. */
    static Services services(LiveProperties properties, Secrets secrets) {
        VendorHttp http = new VendorHttp("Amap", properties.base(), properties.within());
        Secret key = secrets.get(KEY);
        @Nullable Secret privateKey = secrets.find(PRIVATE_KEY).orElse(null);
        AmapApi api = new AmapApi(http, key, privateKey);
        Finder finder = new Finder(api);
        return Services.lookups(
                new LiveMap(api, finder), new LiveGuide(api, finder), new LiveWeather(api, finder));
    }
}
