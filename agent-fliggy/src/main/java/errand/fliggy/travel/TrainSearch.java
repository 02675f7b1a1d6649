package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which trains are wanted. */
public record TrainSearch(
        @Describe("City or station of departure, Chinese or English: 北京, Beijing") String from,
        @Describe("City or station of arrival, Chinese or English: 杭州, Hangzhou") String to,
        @Describe("Day of departure, YYYY-MM-DD") LocalDate date,
        @Describe("How many seats are needed; 1 when not said") @Nullable Integer people,
        @Describe("Earliest departure, HH:MM, such as 15:00") @Nullable LocalTime departAfter,
        @Describe("Latest departure, HH:MM") @Nullable LocalTime departBefore,
        @Describe("Latest arrival, HH:MM, the same day") @Nullable LocalTime arriveBefore,
        @Describe(
                        "SECOND 二等座 (when not said), FIRST 一等座 or BUSINESS 商务座 of G and D trains; HARD_SEAT 硬座, HARD_SLEEPER 硬卧 or SOFT_SLEEPER 软卧 of Z and K trains")
                @Nullable SeatClass seatClass,
        @Describe("Earliest arrival, HH:MM, the day of departure or later")
                @Nullable LocalTime arriveAfter,
        @Describe(
                        "Types of train 车型: G 高铁, D 动车, Z 直达特快, K 快速. When not said: G, or Z and K where a class of theirs is wanted")
                @Nullable List<TrainType> types,
        @Describe("At most this for one person") @Nullable Money maxPrice,
        @Describe("True: only trains that do not stop on the way (一站直达)") @Nullable Boolean direct,
        @Describe("DEPARTURE (when not said), ARRIVAL, PRICE or DURATION")
                @Nullable TripSort sortBy,
        @Describe("At most so many offers, 1 to 100; 60 when not said") @Nullable Integer limit) {

    /** Trains of a day for so many, whatever their time. */
    public static TrainSearch of(String from, String to, LocalDate date, @Nullable Integer people) {
        return new TrainSearch(
                from, to, date, people, null, null, null, null, null, null, null, null, null, null);
    }
}
