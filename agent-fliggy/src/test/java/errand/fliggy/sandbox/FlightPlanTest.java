package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.fliggy.travel.Cabin;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightPlanTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-12-07");

    private final Cities cities = Cities.shipped();
    private final Aviation aviation = Aviation.shipped(cities);
    private final FlightPlan plan = new FlightPlan(42, 1, cities, aviation);

    @Test
    void flies_between_every_two_cities_with_airports_that_are_not_near() {
        for (City from : cities.all()) {
            for (City to : cities.all()) {
                boolean flown =
                        !aviation.of(from).isEmpty()
                                && !aviation.of(to).isEmpty()
                                && from.kilometresTo(to) >= FlightPlan.SHORTEST_KILOMETRES;
                assertThat(plan.between(from, to).isEmpty()).isEqualTo(!flown);
            }
        }
        assertThat(cities.all().stream().filter(city -> aviation.of(city).isEmpty()))
                .extracting(City::zh)
                .containsExactly("苏州");
    }

    @Test
    void several_flights_a_day_are_of_one_airline_with_numbers_of_their_own() {
        List<Flight> all =
                cities.all().stream()
                        .flatMap(
                                from ->
                                        cities.all().stream()
                                                .flatMap(to -> plan.between(from, to).stream()))
                        .toList();

        assertThat(all).hasSizeGreaterThan(4_000);
        assertThat(all.stream().map(Flight::number).distinct()).hasSameSizeAs(all);
        assertThat(all).allMatch(flight -> plan.flight(flight.number()).orElseThrow() == flight);
        assertThat(plan.between(cities.coded("BJS"), cities.coded("CAN")))
                .extracting(Flight::airline)
                .hasSize(6)
                .satisfies(airlines -> assertThat(airlines.stream().distinct()).hasSize(3));
    }

    @Test
    void costs_more_around_a_public_holiday_and_less_with_a_low_cost_airline() {
        LocalDate holiday = LocalDate.parse("2026-10-01");
        List<Flight> flights = plan.between(cities.coded("BJS"), cities.coded("CAN"));

        assertThat(fares(flights, holiday)).isGreaterThan(fares(flights, MONDAY) * 11 / 10);
        assertThat(flights)
                .allSatisfy(
                        flight ->
                                assertThat(plan.fen(flight, Cabin.ECONOMY, MONDAY))
                                        .isBetween(50_000L, 250_000L));
    }

    @Test
    void is_the_same_under_the_same_seed_and_another_under_another() {
        FlightPlan same = new FlightPlan(42, 1, cities, aviation);
        FlightPlan other = new FlightPlan(43, 1, cities, aviation);
        City from = cities.coded("SHA");
        City to = cities.coded("CTU");

        assertThat(same.between(from, to)).isEqualTo(plan.between(from, to));
        assertThat(other.between(from, to)).isNotEqualTo(plan.between(from, to));
    }

    private long fares(List<Flight> flights, LocalDate day) {
        return flights.stream().mapToLong(each -> plan.fen(each, Cabin.ECONOMY, day)).sum();
    }
}
