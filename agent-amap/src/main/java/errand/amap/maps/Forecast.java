package errand.amap.maps;

import errand.agent.Describe;
import java.time.LocalDate;

/** The weather of a day. */
public record Forecast(
        @Describe("The city, in the language of the task") String city,
        @Describe("The day") LocalDate date,
        @Describe("In Chinese: 晴, 多云, 小雨") String text,
        @Describe("In English: sunny, cloudy, light rain") String textEn,
        @Describe("Whether rain or snow falls") boolean rain,
        @Describe("Lowest, °C") int tempMin,
        @Describe("Highest, °C") int tempMax) {}
