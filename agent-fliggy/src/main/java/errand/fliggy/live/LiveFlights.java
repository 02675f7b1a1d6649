package errand.fliggy.live;

import errand.agent.Outcome;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.fliggy.travel.Cabin;
import errand.fliggy.travel.FlightCatalogue;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.FlightSieve;
import errand.fliggy.travel.TravelRefusals;
import errand.runtime.sandbox.Refusals;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Flights that the platform finds. A price is what the platform calls {@code adultPrice}; what it
 * contains, baggage and seats are not said by it.
 */
final class LiveFlights implements FlightCatalogue {

    static final String KIND = "flight";

    private final LiveSearch search;
    private final LinkCheck links;

    LiveFlights(LiveSearch search, LinkCheck links) {
        this.search = search;
        this.links = links;
    }

    @Override
    public Outcome<FlightOffers> search(FlightSearch wish, Task task) {
        if (wish.from().strip().equalsIgnoreCase(wish.to().strip())) {
            return TravelRefusals.sameCity(task, wish.from(), wish.to());
        }
        String airline = wish.airline();
        if (airline != null && !airline.strip().matches("[A-Za-z0-9]{2}")) {
            return codeOnly(task, airline);
        }
        Optional<Outcome<FlightOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(
                () -> find(asked(wish), task).then(found -> sift(wish, airline, found, task)));
    }

    private static Outcome<FlightOffers> sift(
            FlightSearch wish,
            @Nullable String airline,
            List<Listing<FlightOffer>> found,
            Task task) {
        String code = airline == null ? null : airline.strip().toUpperCase(Locale.ROOT);
        return new FlightSieve(wish, code, task).sift(found.stream().map(Listing::offer).toList());
    }

    /** What was asked for an offer, asked again. */
    Outcome<List<Listing<FlightOffer>>> find(List<String> asked, Task task) {
        return search.ask(
                Map.of(
                        "dep_city", asked.get(0),
                        "arr_city", asked.get(1),
                        "dep_date", asked.get(2)),
                item -> listing(item, asked),
                task);
    }

    private static List<String> asked(FlightSearch wish) {
        return List.of(wish.from().strip(), wish.to().strip(), wish.date().toString());
    }

    private Optional<Listing<FlightOffer>> listing(JsonNode item, List<String> asked) {
        return Journey.read(item, links)
                .filter(journey -> journey.number().length() > 2)
                .flatMap(
                        journey ->
                                cabin(journey.seatClass())
                                        .map(cabin -> listing(journey, cabin, asked)));
    }

    private static Listing<FlightOffer> listing(Journey journey, Cabin cabin, List<String> asked) {
        String code = journey.number().substring(0, 2);
        FlightOffer offer =
                new FlightOffer(
                        new OfferKey(KIND, asked, journey.number() + " " + cabin).id(),
                        journey.number(),
                        code,
                        code,
                        journey.fromCode(),
                        journey.from(),
                        journey.toCode(),
                        journey.to(),
                        journey.departs(),
                        journey.arrives(),
                        journey.minutes(),
                        journey.segments() - 1,
                        cabin,
                        null,
                        null,
                        journey.price(),
                        "%s %s→%s %s"
                                .formatted(
                                        journey.number(), journey.from(), journey.to(), cabin.zh()),
                        List.of(Line.of(cabin.zh(), 1, journey.price())),
                        "fliggy/airline/" + code,
                        List.of());
        return new Listing<>(offer, journey.url());
    }

    private static Optional<Cabin> cabin(String name) {
        return Arrays.stream(Cabin.values())
                .filter(each -> each.zh().equals(name) || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Outcome<FlightOffers> codeOnly(Task task, String airline) {
        return Refusals.refused(
                task,
                "UNKNOWN_AIRLINE",
                "“%s”不是航空公司的两字代码，请用MU、CA这样的代码。".formatted(airline),
                "'%s' is no code of an airline; give two letters such as MU or CA."
                        .formatted(airline));
    }
}
