package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Which flights are wanted. */
public record FlightSearch(
        @Describe("City or airport of departure: 北京, Beijing, PEK, 首都机场") String from,
        @Describe("City or airport of arrival: 广州, Guangzhou, CAN") String to,
        @Describe("Day of departure, YYYY-MM-DD") LocalDate date,
        @Describe("How many seats are needed; 1 when not said") @Nullable Integer people,
        @Describe("Earliest departure, HH:MM") @Nullable LocalTime departAfter,
        @Describe("Latest departure, HH:MM") @Nullable LocalTime departBefore,
        @Describe("Earliest arrival, HH:MM, the day of departure or later")
                @Nullable LocalTime arriveAfter,
        @Describe("Latest arrival, HH:MM, the same day") @Nullable LocalTime arriveBefore,
        @Describe("Airline 航空公司, IATA code or name: MU, 东方航空, China Eastern")
                @Nullable String airline,
        @Describe("ECONOMY 经济舱 (when not said), BUSINESS 公务舱 or FIRST 头等舱") @Nullable Cabin cabin,
        @Describe("At most so many stops 经停; 0 for non-stop 直飞") @Nullable Integer maxStops,
        @Describe("At most this for one person, fees and fuel included") @Nullable Money maxPrice,
        @Describe("PRICE (when not said), DEPARTURE, ARRIVAL or DURATION")
                @Nullable TripSort sortBy,
        @Describe("At most so many offers, 1 to 100; 60 when not said") @Nullable Integer limit) {

    /** Flights of a day for so many, whatever their time. */
    public static FlightSearch of(
            String from, String to, LocalDate date, @Nullable Integer people) {
        return new FlightSearch(
                from, to, date, people, null, null, null, null, null, null, null, null, null, null);
    }
}
