package errand.amap.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskForecast;
import errand.amap.maps.AskWeatherNow;
import errand.amap.maps.Forecast;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.Weather;
import errand.amap.maps.WeatherNow;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Weather of the sandbox world. */
final class SandboxWeather implements Weather {

    private static final int DAYS_AHEAD = 15;

    private final Cities cities;
    private final Climate climate;

    SandboxWeather(Cities cities, Climate climate) {
        this.cities = cities;
        this.climate = climate;
    }

    @Override
    public int daysAhead() {
        return DAYS_AHEAD;
    }

    @Override
    public Outcome<WeatherNow> now(AskWeatherNow wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        ZonedDateTime hour = task.now().atZone(World.ZONE).truncatedTo(ChronoUnit.HOURS);
        Climate.Now now = climate.at(city, hour.toLocalDate(), hour.getHour());
        return Outcome.done(
                new WeatherNow(
                        city.in(task),
                        now.day().sky().zh(),
                        now.day().sky().en(),
                        now.day().sky().wet(),
                        now.temperature(),
                        now.humidity(),
                        now.windDirection(),
                        String.valueOf(now.windForce()),
                        hour.toOffsetDateTime()));
    }

    @Override
    public Outcome<Forecast> forecast(AskForecast wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        LocalDate today = World.today(task.now());
        LocalDate last = today.plusDays(DAYS_AHEAD);
        if (wish.date().isBefore(today)) {
            return MapRefusals.datePassed(task, wish.date(), today, DAYS_AHEAD);
        }
        if (wish.date().isAfter(last)) {
            return MapRefusals.dateTooFar(task, wish.date(), last, DAYS_AHEAD);
        }
        Climate.Day day = climate.on(city, wish.date());
        return Outcome.done(
                new Forecast(
                        city.in(task),
                        wish.date(),
                        day.sky().zh(),
                        day.sky().en(),
                        day.sky().wet(),
                        day.lowest(),
                        day.highest()));
    }
}
