package errand.fliggy.travel;

import errand.agent.Describe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days to look at. */
public record ItineraryOf(
        @Describe("First day, YYYY-MM-DD; today when not said") @Nullable LocalDate from,
        @Describe("Last day, YYYY-MM-DD; 60 days after the first when not said")
                @Nullable LocalDate to) {}
