package errand.amap.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskForecast;
import errand.amap.maps.Forecast;
import errand.amap.maps.Weather;
import errand.runtime.sandbox.World;
import java.time.LocalDate;

/** Weather of the sandbox world. */
final class SandboxWeather implements Weather {

    private final Cities cities;
    private final Climate climate;

    SandboxWeather(Cities cities, Climate climate) {
        this.cities = cities;
        this.climate = climate;
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
            return Wording.datePassed(task, wish.date(), today);
        }
        if (wish.date().isAfter(last)) {
            return Wording.dateTooFar(task, wish.date(), last);
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
