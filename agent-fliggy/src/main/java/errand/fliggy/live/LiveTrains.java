package errand.fliggy.live;

import errand.agent.Outcome;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainCatalogue;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainSearch;
import errand.fliggy.travel.TrainSieve;
import errand.fliggy.travel.TrainType;
import errand.fliggy.travel.TravelRefusals;
import errand.runtime.sandbox.Refusals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Trains that the platform finds. Seats and stops are not said by it. */
final class LiveTrains implements TrainCatalogue {

    static final String KIND = "train";

    private final LiveSearch search;
    private final LinkCheck links;

    LiveTrains(LiveSearch search, LinkCheck links) {
        this.search = search;
        this.links = links;
    }

    @Override
    public Outcome<TrainOffers> search(TrainSearch wish, Task task) {
        if (wish.from().strip().equalsIgnoreCase(wish.to().strip())) {
            return TravelRefusals.sameCity(task, wish.from(), wish.to());
        }
        Optional<Outcome<TrainOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(
                () ->
                        find(asked(wish), task)
                                .then(
                                        found ->
                                                new TrainSieve(wish, task)
                                                        .sift(
                                                                found.stream()
                                                                        .map(Listing::offer)
                                                                        .toList())));
    }

    /** What was asked for an offer, asked again. */
    Outcome<List<Listing<TrainOffer>>> find(List<String> asked, Task task) {
        return search.ask(
                Map.of(
                        "dep_city", asked.get(0),
                        "arr_city", asked.get(1),
                        "dep_date", asked.get(2)),
                item -> listing(item, asked),
                task);
    }

    private static List<String> asked(TrainSearch wish) {
        return List.of(wish.from().strip(), wish.to().strip(), wish.date().toString());
    }

    private Optional<Listing<TrainOffer>> listing(JsonNode item, List<String> asked) {
        return Journey.read(item, links)
                .filter(journey -> journey.segments() == 1)
                .flatMap(
                        journey ->
                                seatClass(journey.seatClass())
                                        .map(seat -> listing(journey, seat, asked)));
    }

    private static Listing<TrainOffer> listing(
            Journey journey, SeatClass seatClass, List<String> asked) {
        String chosen = journey.number() + " " + seatClass;
        TrainOffer offer =
                new TrainOffer(
                        new OfferKey(KIND, asked, chosen).id(),
                        journey.number(),
                        journey.from(),
                        journey.to(),
                        journey.departs(),
                        journey.arrives(),
                        journey.minutes(),
                        seatClass,
                        null,
                        journey.price(),
                        "%s %s→%s %s"
                                .formatted(
                                        journey.number(),
                                        journey.from(),
                                        journey.to(),
                                        seatClass.zh()),
                        type(journey.number()),
                        null,
                        List.of(Line.of(seatClass.zh(), 1, journey.price())),
                        "fliggy/train/" + type(journey.number()),
                        List.of());
        return new Listing<>(offer, journey.url());
    }

    private static Optional<SeatClass> seatClass(String name) {
        return Arrays.stream(SeatClass.values())
                .filter(each -> each.zh().equals(name) || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Intercity trains (C) are sold as high-speed ones, expresses (T) and others as fast ones. */
    private static TrainType type(String number) {
        return switch (number.charAt(0)) {
            case 'G', 'C' -> TrainType.G;
            case 'D' -> TrainType.D;
            case 'Z' -> TrainType.Z;
            default -> TrainType.K;
        };
    }
}
