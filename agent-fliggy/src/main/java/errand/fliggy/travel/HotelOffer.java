package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One room type of one hotel for these nights. */
public record HotelOffer(
        @Describe("What hotel.quote takes") String offerId,
        @Describe("Name of the hotel") String hotel,
        @Describe("2 to 5; 0 where the seller does not say") int stars,
        @Describe("Street address, with city and district") String address,
        @Describe("Room type 房型") RoomType roomType,
        @Describe("First night") LocalDate checkIn,
        @Describe("Day of leaving") LocalDate checkOut,
        @Describe(
                        "Rooms that can still be held for all nights; absent where the seller does not say")
                @Nullable Integer roomsLeft,
        @Describe("Whether breakfast is included") boolean breakfast,
        @Describe("For one room and night, the average of the nights") Money price,
        @Describe("In one line, for a card") String title,
        @Describe("For one room and all nights") Money total,
        @Describe("A line per night for stays of up to seven, for one room") List<Line> lines,
        @Describe("Where it is; absent where the seller does not say") @Nullable Position position,
        @Describe("Kilometres from the place that was said") @Nullable Double kilometres,
        @Describe("Key of a picture, relative; no address") String image,
        @Describe("Why it may be the one, in the language of the task") List<String> reasons) {

    public HotelOffer {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** The same with what speaks for it. */
    public HotelOffer because(List<String> reasons) {
        return with(title, lines, reasons);
    }

    /** The same with what a card shows. */
    public HotelOffer shown(String title, List<Line> lines) {
        return with(title, lines, reasons);
    }

    private HotelOffer with(String title, List<Line> lines, List<String> reasons) {
        return new HotelOffer(
                offerId,
                hotel,
                stars,
                address,
                roomType,
                checkIn,
                checkOut,
                roomsLeft,
                breakfast,
                price,
                title,
                total,
                lines,
                position,
                kilometres,
                image,
                reasons);
    }
}
