package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which rooms are wanted. */
public record HotelSearch(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("First night, YYYY-MM-DD") LocalDate checkIn,
        @Describe("Day of leaving, YYYY-MM-DD") LocalDate checkOut,
        @Describe("TWIN 双床房, KING 大床房, FAMILY 家庭房, SUITE 套房; any when not said")
                @Nullable RoomType roomType,
        @Describe("How many rooms; 1 when not said") @Nullable Integer rooms,
        @Describe("At most this for one room and night") @Nullable Money maxPrice,
        @Describe("At least this many stars") @Nullable Integer minStars) {}
