package errand.fliggy.live;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.fliggy.travel.HotelCatalogue;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.HotelSieve;
import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.TravelRefusals;
import errand.runtime.sandbox.Refusals;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Hotels that the platform finds. None of its fields for hotels are known to us but {@code
 * jumpUrl}: {@code hotelId}, {@code hotelName}, {@code address}, {@code star}, {@code
 * roomTypeName}, {@code breakfast} and {@code price}, in yuan for a room and night, are assumed.
 */
final class LiveHotels implements HotelCatalogue {

    static final String KIND = "hotel";

    private final LiveSearch search;
    private final LinkCheck links;

    LiveHotels(LiveSearch search, LinkCheck links) {
        this.search = search;
        this.links = links;
    }

    @Override
    public Outcome<HotelOffers> search(HotelSearch wish, Task task) {
        if (!TravelRefusals.isStay(wish.checkIn(), wish.checkOut())) {
            return TravelRefusals.noNights(task, wish.checkIn(), wish.checkOut());
        }
        Optional<Outcome<HotelOffers>> wrong = Refusals.wrongDay(task, wish.checkIn());
        return wrong.orElseGet(
                () ->
                        find(asked(wish), task)
                                .then(
                                        found ->
                                                new HotelSieve(wish, task)
                                                        .sift(
                                                                found.stream()
                                                                        .map(Listing::offer)
                                                                        .toList())));
    }

    /**
     * What was asked for an offer, asked again.
     *
     * @param asked city, first night, day of leaving and words
     */
    Outcome<List<Listing<HotelOffer>>> find(List<String> asked, Task task) {
        return search.ask(
                Map.of(
                        "city", asked.get(0),
                        "check_in", asked.get(1),
                        "check_out", asked.get(2),
                        "keyword", asked.get(3)),
                item -> listing(item, asked),
                task);
    }

    private static List<String> asked(HotelSearch wish) {
        String text = wish.text();
        return List.of(
                wish.city().strip(),
                wish.checkIn().toString(),
                wish.checkOut().toString(),
                text == null ? "" : text.strip());
    }

    private Optional<Listing<HotelOffer>> listing(JsonNode item, List<String> asked) {
        Optional<String> url = links.passed(item.path("jumpUrl").asString(""));
        Optional<RoomType> type = roomType(item.path("roomTypeName").asString(""));
        String id = item.path("hotelId").asString("").strip();
        String name = item.path("hotelName").asString("").strip();
        if (url.isEmpty() || type.isEmpty() || id.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Money price = Journey.yuan(item.path("price").asString(""));
            return price.amount() <= 0
                    ? Optional.empty()
                    : Optional.of(new Listing<>(offer(item, asked, type.get(), price), url.get()));
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static HotelOffer offer(JsonNode item, List<String> asked, RoomType type, Money price) {
        LocalDate in = LocalDate.parse(asked.get(1));
        LocalDate out = LocalDate.parse(asked.get(2));
        String id = item.path("hotelId").asString("").strip();
        String name = item.path("hotelName").asString("").strip();
        return new HotelOffer(
                new OfferKey(KIND, asked, id + " " + type).id(),
                name,
                item.path("star").asInt(0),
                item.path("address").asString(""),
                type,
                in,
                out,
                null,
                item.path("breakfast").asBoolean(false),
                price,
                name + " " + type.zh(),
                price.times(ChronoUnit.DAYS.between(in, out)),
                List.of(),
                null,
                null,
                "fliggy/hotel/" + id.replaceAll("[^A-Za-z0-9]", ""),
                List.of());
    }

    private static Optional<RoomType> roomType(String name) {
        return Arrays.stream(RoomType.values())
                .filter(
                        each ->
                                name.contains(each.zh().substring(0, 2))
                                        || each.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
