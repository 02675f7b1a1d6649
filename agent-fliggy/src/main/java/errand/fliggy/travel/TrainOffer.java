package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** One train of a day in one seat class. */
public record TrainOffer(
        @Describe("What train.quote takes") String offerId,
        @Describe("Train number 车次, such as G43") String trainNo,
        @Describe("Station of departure") String from,
        @Describe("Station of arrival") String to,
        @Describe("Time of departure") OffsetDateTime departAt,
        @Describe("Time of arrival") OffsetDateTime arriveAt,
        @Describe("Minutes under way") int minutes,
        @Describe("Seat class 席别") SeatClass seatClass,
        @Describe("Seats that can still be held") int seatsLeft,
        @Describe("For one person") Money price) {}
