package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestaurantsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-07");

    private final Restaurants restaurants = Worlds.ONE.restaurants;

    @Test
    void a_set_meal_costs_80_to_150_yuan_on_any_day_in_any_city() {
        for (City city : Worlds.ONE.cities.all()) {
            for (Restaurant house : restaurants.in(city)) {
                for (int day = 0; day < 7; day++) {
                    assertThat(restaurants.fen(house, DAY.plusDays(day)))
                            .isBetween(8_000L, 15_000L);
                }
            }
        }
    }

    @Test
    void a_party_of_forty_finds_a_table_in_every_city_on_every_day_of_a_year() {
        for (City city : Worlds.ONE.cities.all()) {
            for (int day = 0; day < 365; day++) {
                LocalDate date = DAY.plusDays(day);
                assertThat(restaurants.in(city))
                        .anyMatch(house -> restaurants.tables(house, date) >= 4);
            }
        }
    }

    @Test
    void some_houses_are_full_on_some_days() {
        assertThat(tables(new Restaurants(42, Worlds.ONE.cities, 1))).contains(0);
    }

    @Test
    void are_the_same_under_the_same_seed_and_others_under_another() {
        Cities cities = Worlds.ONE.cities;

        assertThat(tables(new Restaurants(42, cities, 1))).isEqualTo(tables(restaurants));
        assertThat(tables(new Restaurants(43, cities, 1))).isNotEqualTo(tables(restaurants));
    }

    private static List<Integer> tables(Restaurants restaurants) {
        return DAY.datesUntil(DAY.plusDays(30))
                .flatMap(
                        day ->
                                restaurants.in(Worlds.ONE.city("杭州")).stream()
                                        .map(house -> restaurants.tables(house, day)))
                .toList();
    }
}
