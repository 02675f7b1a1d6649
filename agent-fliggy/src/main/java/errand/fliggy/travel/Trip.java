package errand.fliggy.travel;

import errand.agent.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What offers of trains and flights have in common. */
interface Trip {

    String offerId();

    OffsetDateTime departAt();

    OffsetDateTime arriveAt();

    int minutes();

    Money price();

    /** Null where the seller does not say. */
    @Nullable Integer seatsLeft();

    /** Whether so many can travel, as far as is known. */
    default boolean hasSeats(int people) {
        Integer left = seatsLeft();
        return left == null || left >= people;
    }
}
