package errand.amap.maps;

import errand.agent.Outcome;
import errand.agent.Task;

/** What the weather will be. */
public interface Weather {

    /** How many days ahead a forecast reaches. */
    int daysAhead();

    /**
     * The same for the same city and day, whenever asked. Refused: {@code UNKNOWN_CITY}, {@code
     * DATE_PASSED}, {@code DATE_TOO_FAR}.
     */
    Outcome<Forecast> forecast(AskForecast wish, Task task);

    /** What it is like at this moment. Refused: {@code UNKNOWN_CITY}. */
    Outcome<WeatherNow> now(AskWeatherNow wish, Task task);
}
