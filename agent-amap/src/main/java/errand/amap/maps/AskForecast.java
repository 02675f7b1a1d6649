package errand.amap.maps;

import errand.agent.Describe;
import java.time.LocalDate;

/** Where and on which day. */
public record AskForecast(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("Day, YYYY-MM-DD, today or later") LocalDate date) {}
