package errand.fliggy.live;

import errand.fliggy.FliggyAgent;
import errand.fliggy.travel.Searches;
import errand.runtime.live.Secrets;
import errand.runtime.live.TopGateway;
import errand.runtime.live.VendorHttp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the open platform behind the searches, when the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
@ConditionalOnProperty(name = "errand.fliggy.mode", havingValue = "live")
class LiveConfiguration {

    static final String KEY = "ERRAND_FLIGGY_KEY";
    static final String SECRET = "ERRAND_FLIGGY_SECRET";

    @Bean
    FliggyAgent fliggyAgent(LiveProperties properties, Clock clock) {
        return agent(properties, new Secrets(System.getenv()), clock);
    }

    /** With what the platform granted, and nothing else. */
    static FliggyAgent agent(LiveProperties properties, Secrets secrets, Clock clock) {
        TopGateway gateway =
                new TopGateway(
                        "Fliggy",
                        new VendorHttp("Fliggy", properties.url(), properties.answerWithin()),
                        secrets.get(KEY),
                        secrets.get(SECRET),
                        clock);
        LinkCheck links = new LinkCheck(properties.linkHosts());
        LiveSearch trainSearch = search(gateway, properties.trainSearch());
        LiveSearch flightSearch = search(gateway, properties.flightSearch());
        LiveSearch hotelSearch = search(gateway, properties.hotelSearch());
        LiveTrains trains = trainSearch == null ? null : new LiveTrains(trainSearch, links);
        LiveFlights flights = flightSearch == null ? null : new LiveFlights(flightSearch, links);
        LiveHotels hotels = hotelSearch == null ? null : new LiveHotels(hotelSearch, links);
        return FliggyAgent.handingOver(
                new Searches(trains, flights, hotels), new LiveLinks(trains, flights, hotels));
    }

    private static @Nullable LiveSearch search(TopGateway gateway, String method) {
        return method.isBlank() ? null : new LiveSearch(gateway, method);
    }
}
