package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Task;
import errand.amap.maps.AskForecast;
import errand.amap.maps.Forecast;
import errand.testkit.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxWeatherTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Cities cities = Worlds.ONE.cities;
    private final Climate climate = new Climate(42);
    private final SandboxWeather weather = new SandboxWeather(cities, climate);

    @Test
    void forecasts_from_today_to_fifteen_days_ahead_and_no_further() {
        assertThat(done("杭州", TODAY).date()).isEqualTo(TODAY);
        assertThat(done("Xi'an", TODAY.plusDays(15)).city()).isEqualTo("西安");

        assertThat(refused("杭州", TODAY.minusDays(1)).code()).isEqualTo("DATE_PASSED");
        assertThat(refused("杭州", TODAY.plusDays(16)).message())
                .isEqualTo("2026-12-09太远，天气预报只到2026-12-08（15天内）。");
        assertThat(refused("Atlantis", TODAY).code()).isEqualTo("UNKNOWN_CITY");
    }

    @Test
    void says_the_same_whenever_it_is_asked_and_another_thing_under_another_seed() {
        assertThat(year(new Climate(42), "杭州")).isEqualTo(year(climate, "杭州"));
        assertThat(year(new Climate(43), "杭州")).isNotEqualTo(year(climate, "杭州"));
    }

    @Test
    void is_cold_in_winter_in_the_north_and_warm_in_the_south() {
        assertThat(mean("哈尔滨", 1)).isBetween(-25.0, -12.0);
        assertThat(mean("三亚", 1)).isBetween(18.0, 26.0);
        assertThat(mean("杭州", 7)).isBetween(26.0, 32.0);
        assertThat(mean("昆明", 7)).isBetween(17.0, 23.0);
    }

    @Test
    void it_snows_only_when_it_is_cold_and_rains_as_often_as_the_region_has_it() {
        for (City city : cities.all()) {
            assertThat(year(climate, city.zh()))
                    .allSatisfy(
                            day -> {
                                boolean snow = day.sky().zh().contains("雪");
                                assertThat(snow && day.highest() > 6).isFalse();
                                assertThat(day.lowest()).isLessThan(day.highest());
                            });
        }
        assertThat(wetDays("银川")).isBetween(15L, 70L);
        assertThat(wetDays("杭州")).isBetween(100L, 180L);
    }

    @Test
    void speaks_the_language_of_the_task() {
        Task task = Tasks.english();
        Forecast forecast =
                ((Done<Forecast>) weather.forecast(new AskForecast("Hangzhou", TODAY), task))
                        .output();

        assertThat(forecast.city()).isEqualTo("Hangzhou");
        assertThat(forecast.textEn()).matches("[a-z ]+");
        assertThat(forecast.text()).matches("\\p{IsHan}+");
    }

    private long wetDays(String city) {
        return year(climate, city).stream().filter(day -> day.sky().wet()).count();
    }

    private double mean(String city, int month) {
        LocalDate first = LocalDate.of(2027, month, 1);
        return IntStream.range(0, 28)
                .mapToObj(i -> climate.on(Worlds.ONE.city(city), first.plusDays(i)))
                .mapToDouble(day -> (day.lowest() + day.highest()) / 2.0)
                .average()
                .orElseThrow();
    }

    private static List<Climate.Day> year(Climate climate, String city) {
        return IntStream.range(0, 365)
                .mapToObj(i -> climate.on(Worlds.ONE.city(city), TODAY.plusDays(i)))
                .toList();
    }

    private Forecast done(String city, LocalDate date) {
        Outcome<Forecast> outcome = weather.forecast(new AskForecast(city, date), Tasks.now());
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<Forecast>) outcome).output();
    }

    private Refused<?> refused(String city, LocalDate date) {
        Outcome<Forecast> outcome = weather.forecast(new AskForecast(city, date), Tasks.now());
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }
}
