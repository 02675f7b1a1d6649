package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Describe("Seats that can still be held; absent where the seller does not say")
                @Nullable Integer seatsLeft,
        @Describe("For one person") Money price,
        @Describe("In one line, for a card") String title,
        @Describe("G 高铁, D 动车, Z 直达特快 or K 快速") TrainType type,
        @Describe("Stations it stops at on the way; absent where the seller does not say")
                @Nullable Integer stops,
        @Describe("What the price is made of, for one person") List<Line> lines,
        @Describe("Key of a picture, relative; no address") String image,
        @Describe("Why it may be the one, in the language of the task: cheapest, fastest, …")
                List<String> reasons)
        implements Trip {

    public TrainOffer {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** The same with what speaks for it. */
    public TrainOffer because(List<String> reasons) {
        return new TrainOffer(
                offerId, trainNo, from, to, departAt, arriveAt, minutes, seatClass, seatsLeft,
                price, title, type, stops, lines, image, reasons);
    }
}
