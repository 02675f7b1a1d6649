package errand.fliggy.travel;

import errand.agent.Describe;
import java.util.List;

/** Something in a trip that cannot be, or is missing. */
public record Conflict(
        @Describe(
                        "OVERLAP: the next begins before this ends; ELSEWHERE: the next begins in another city; NO_HOTEL: a night away without a room")
                Code code,
        @Describe("The bookings it is about") List<String> bookingIds,
        @Describe("What is wrong and what is possible, in the language of the task")
                String message) {

    public Conflict {
        bookingIds = List.copyOf(bookingIds);
    }

    /** Kinds of conflicts. */
    public enum Code {
        OVERLAP,
        ELSEWHERE,
        NO_HOTEL
    }
}
