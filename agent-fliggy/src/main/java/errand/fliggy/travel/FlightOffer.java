package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One flight of a day in one cabin. */
public record FlightOffer(
        @Describe("What flight.quote takes") String offerId,
        @Describe("Flight number 航班号, such as MU5101") String flightNo,
        @Describe("IATA code of the airline") String airlineCode,
        @Describe("Name of the airline") String airline,
        @Describe("IATA code of the airport of departure") String fromCode,
        @Describe("Airport and terminal of departure") String from,
        @Describe("IATA code of the airport of arrival") String toCode,
        @Describe("Airport and terminal of arrival") String to,
        @Describe("Time of departure") OffsetDateTime departAt,
        @Describe("Time of arrival") OffsetDateTime arriveAt,
        @Describe("Minutes from departure to arrival") int minutes,
        @Describe("Stops 经停 on the way") int stops,
        @Describe("Cabin 舱位") Cabin cabin,
        @Describe("Seats that can still be held; absent where the seller does not say")
                @Nullable Integer seatsLeft,
        @Describe("Checked baggage 托运行李 in the fare, in words; absent when not said")
                @Nullable String baggage,
        @Describe("For one person, fees and fuel included") Money price,
        @Describe("In one line, for a card") String title,
        @Describe("Fare, airport fee 机建 and fuel 燃油, for one person") List<Line> lines,
        @Describe("Key of a picture, relative; no address") String image,
        @Describe("Why it may be the one, in the language of the task") List<String> reasons)
        implements Trip {

    public FlightOffer {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** The same with what speaks for it. */
    public FlightOffer because(List<String> reasons) {
        return new FlightOffer(
                offerId,
                flightNo,
                airlineCode,
                airline,
                fromCode,
                from,
                toCode,
                to,
                departAt,
                arriveAt,
                minutes,
                stops,
                cabin,
                seatsLeft,
                baggage,
                price,
                title,
                lines,
                image,
                reasons);
    }
}
