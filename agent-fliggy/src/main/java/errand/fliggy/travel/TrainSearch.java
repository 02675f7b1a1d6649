package errand.fliggy.travel;

import errand.agent.Describe;
import java.time.LocalDate;
import java.time.LocalTime;
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
        @Describe("SECOND 二等座 (when not said), FIRST 一等座 or BUSINESS 商务座")
                @Nullable SeatClass seatClass) {}
