package errand.fliggy.live;

import errand.runtime.live.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Fliggy's open platform is reached. A method that is not named is not called, and what needs
 * it is absent.
 *
 * @param url scheme and host of the gateway; {@code https} unless it is this machine
 * @param answerWithin from a call until the last byte of its answer
 * @param trainSearch method that finds trains, as the platform granted it; blank for none
 * @param flightSearch method that finds flights; blank for none
 * @param hotelSearch method that finds hotels; blank for none
 * @param linkHosts where booking links may lead, with what is below them
 */
@ConfigurationProperties("errand.fliggy.live")
record LiveProperties(
        @DefaultValue("https://eco.taobao.com") URI url,
        @DefaultValue("8s") Duration answerWithin,
        @DefaultValue("") String trainSearch,
        @DefaultValue("") String flightSearch,
        @DefaultValue("") String hotelSearch,
        @DefaultValue({"fliggy.com", "alitrip.com", "taobao.com"}) List<String> linkHosts) {

    LiveProperties {
        linkHosts = List.copyOf(linkHosts);
        Endpoint.takesTime("errand.fliggy.live.answer-within", answerWithin, "8s");
        Endpoint.isSafe("errand.fliggy.live.url", url);
        if (trainSearch.isBlank() && flightSearch.isBlank() && hotelSearch.isBlank()) {
            throw new IllegalArgumentException(
                    "Live mode needs at least one of errand.fliggy.live.train-search, flight-search and hotel-search: the names of the methods that the open platform granted to your key.");
        }
    }
}
