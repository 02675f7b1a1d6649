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
        @Describe("At least this many stars") @Nullable Integer minStars,
        @Describe("District or area 区域: 西湖区, Xihu") @Nullable String area,
        @Describe("True: only with breakfast 含早") @Nullable Boolean breakfast,
        @Describe("What it should be like, in words: 湖景 亲子, quiet boutique") @Nullable String text,
        @Describe("Near this place; see amap.address.geocode") @Nullable Position near,
        @Describe("How far from there, in kilometres; 5 when not said")
                @Nullable Double withinKilometres,
        @Describe(
                        "PRICE (when not said), STARS, DISTANCE (when a place is said) or FIT (when text is said)")
                @Nullable HotelSort sortBy,
        @Describe("At most so many offers, 1 to 100; 60 when not said") @Nullable Integer limit) {

    /** Rooms of a type, whatever hotel. */
    public static HotelSearch of(
            String city,
            LocalDate checkIn,
            LocalDate checkOut,
            @Nullable RoomType roomType,
            @Nullable Integer rooms) {
        return new HotelSearch(
                city, checkIn, checkOut, roomType, rooms, null, null, null, null, null, null, null,
                null, null);
    }
}
