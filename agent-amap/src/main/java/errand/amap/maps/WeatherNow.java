package errand.amap.maps;

import errand.agent.Describe;
import java.time.OffsetDateTime;

/** The weather at this moment. */
public record WeatherNow(
        @Describe("The city, in the language of the task where it is known") String city,
        @Describe("In Chinese: 晴, 多云, 小雨") String text,
        @Describe("In English: sunny, cloudy, light rain") String textEn,
        @Describe("Whether rain or snow falls") boolean rain,
        @Describe("°C") int temperature,
        @Describe("Relative humidity in per cent (湿度)") int humidity,
        @Describe("Where the wind comes from, Chinese: 东南") String windDirection,
        @Describe("Wind force on the Beaufort scale (风力), as it is reported: 3, ≤3, 4-5")
                String windPower,
        @Describe("When it was observed") OffsetDateTime reportedAt) {}
