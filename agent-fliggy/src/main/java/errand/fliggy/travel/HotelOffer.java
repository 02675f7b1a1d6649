package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;

/** One room type of one hotel for these nights. */
public record HotelOffer(
        @Describe("What hotel.quote takes") String offerId,
        @Describe("Name of the hotel") String hotel,
        @Describe("3 to 5") int stars,
        @Describe("Street address, with city and district") String address,
        @Describe("Room type 房型") RoomType roomType,
        @Describe("First night") LocalDate checkIn,
        @Describe("Day of leaving") LocalDate checkOut,
        @Describe("Rooms that can still be held for all nights") int roomsLeft,
        @Describe("Whether breakfast is included") boolean breakfast,
        @Describe("For one room and night, the average of the nights") Money price) {}
