package errand.amap.live;

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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Weather of Amap's web service: now, and today with the three days after. */
final class LiveWeather implements Weather {

    static final String WEATHER = "/v3/weather/weatherInfo";
    private static final int DAYS_AHEAD = 3;
    private static final DateTimeFormatter REPORTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AmapApi api;
    private final Finder finder;

    LiveWeather(AmapApi api, Finder finder) {
        this.api = api;
        this.finder = finder;
    }

    @Override
    public int daysAhead() {
        return DAYS_AHEAD;
    }

    @Override
    public Outcome<Forecast> forecast(AskForecast wish, Task task) {
        LocalDate today = World.today(task.now());
        LocalDate last = today.plusDays(DAYS_AHEAD);
        if (wish.date().isBefore(today)) {
            return MapRefusals.datePassed(task, wish.date(), today, DAYS_AHEAD);
        }
        if (wish.date().isAfter(last)) {
            return MapRefusals.dateTooFar(task, wish.date(), last, DAYS_AHEAD);
        }
        return ask(wish.city(), "all", "forecasts", task)
                .then(
                        forecast ->
                                Json.list(forecast, "casts").stream()
                                        .filter(
                                                cast ->
                                                        Json.text(cast, "date")
                                                                .equals(wish.date().toString()))
                                        .findFirst()
                                        .<Outcome<Forecast>>map(
                                                cast ->
                                                        Outcome.done(
                                                                forecast(
                                                                        forecast,
                                                                        cast,
                                                                        wish.date())))
                                        .orElseGet(
                                                () ->
                                                        MapRefusals.dateTooFar(
                                                                task,
                                                                wish.date(),
                                                                last,
                                                                DAYS_AHEAD)));
    }

    private static Forecast forecast(JsonNode forecast, JsonNode cast, LocalDate date) {
        String day = Json.text(cast, "dayweather");
        String night = Json.find(cast, "nightweather").orElse(day);
        int warm = (int) Math.round(Json.number(cast, "daytemp"));
        int cold = (int) Math.round(Json.number(cast, "nighttemp"));
        boolean same = day.equals(night);
        return new Forecast(
                Finder.bare(Json.text(forecast, "city")),
                date,
                same ? day : day + "转" + night,
                same ? Skies.english(day) : Skies.english(day) + ", then " + Skies.english(night),
                Skies.isWet(day) || Skies.isWet(night),
                Math.min(warm, cold),
                Math.max(warm, cold));
    }

    @Override
    public Outcome<WeatherNow> now(AskWeatherNow wish, Task task) {
        return ask(wish.city(), "base", "lives", task).map(LiveWeather::now);
    }

    private static WeatherNow now(JsonNode live) {
        String text = Json.text(live, "weather");
        return new WeatherNow(
                Finder.bare(Json.text(live, "city")),
                text,
                Skies.english(text),
                Skies.isWet(text),
                (int) Math.round(Json.number(live, "temperature")),
                (int) Math.round(Json.number(live, "humidity")),
                Json.find(live, "winddirection").orElse(""),
                Json.find(live, "windpower").orElse(""),
                reported(Json.text(live, "reporttime")).atZone(World.ZONE).toOffsetDateTime());
    }

    private static LocalDateTime reported(String text) {
        try {
            return LocalDateTime.parse(text, REPORTED);
        } catch (DateTimeParseException e) {
            throw Json.malformed("has no time in 'reporttime'");
        }
    }

    /** Amap knows weather by the code of the city. */
    private Outcome<JsonNode> ask(String city, String extensions, String field, Task task) {
        Function<JsonNode, Optional<JsonNode>> first =
                answer -> Json.list(answer, field).stream().findFirst();
        return finder.city(city, task)
                .then(
                        point ->
                                api.get(
                                        WEATHER,
                                        Map.of("city", point.adcode(), "extensions", extensions),
                                        task))
                .map(first)
                .then(
                        found ->
                                found.<Outcome<JsonNode>>map(Outcome::done)
                                        .orElseGet(() -> Finder.unknownCity(city, task)));
    }
}
