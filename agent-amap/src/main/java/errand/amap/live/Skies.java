package errand.amap.live;

import java.util.Map;
import java.util.stream.Stream;

/** Amap's words for weather (天气现象) in English. */
final class Skies {

    private static final Map<String, String> ENGLISH =
            Map.ofEntries(
                    Map.entry("晴", "sunny"),
                    Map.entry("少云", "partly cloudy"),
                    Map.entry("晴间多云", "partly cloudy"),
                    Map.entry("多云", "cloudy"),
                    Map.entry("阴", "overcast"),
                    Map.entry("阵雨", "showers"),
                    Map.entry("雷阵雨", "thunderstorms"),
                    Map.entry("小雨", "light rain"),
                    Map.entry("中雨", "rain"),
                    Map.entry("大雨", "heavy rain"),
                    Map.entry("暴雨", "rainstorm"),
                    Map.entry("雨夹雪", "sleet"),
                    Map.entry("阵雪", "snow showers"),
                    Map.entry("小雪", "light snow"),
                    Map.entry("中雪", "snow"),
                    Map.entry("大雪", "heavy snow"),
                    Map.entry("暴雪", "blizzard"),
                    Map.entry("雾", "fog"),
                    Map.entry("霾", "haze"),
                    Map.entry("浮尘", "dust"),
                    Map.entry("扬沙", "blowing sand"),
                    Map.entry("沙尘暴", "sandstorm"));

    private Skies() {}

    /** What has no English word here stays as it is. */
    static String english(String text) {
        return ENGLISH.getOrDefault(text, text);
    }

    /** Whether rain, snow or hail falls. */
    static boolean isWet(String text) {
        return Stream.of("雨", "雪", "雹").anyMatch(text::contains);
    }
}
