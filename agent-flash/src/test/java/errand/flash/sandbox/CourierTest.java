package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.flash.delivery.OrderState;
import errand.flash.sandbox.Courier.Course;
import errand.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final Instant NOON = SettableClock.MONDAY_MORNING.plus(Duration.ofHours(2));
    private static final Shop SHOP =
            new Neighbourhood(42, new Atlas()).shop("F000001").orElseThrow();

    private static Course at(Instant orderedAt) {
        return Courier.course(42, SHOP, orderedAt, null);
    }

    @Test
    void goes_through_all_states_in_their_order() {
        Course course = at(NOON);
        List<OrderState> seen =
                IntStream.rangeClosed(0, 200)
                        .mapToObj(minute -> course.stateAt(NOON.plusSeconds(60L * minute)))
                        .distinct()
                        .toList();

        assertThat(seen)
                .containsExactly(
                        OrderState.PLACED,
                        OrderState.ACCEPTED,
                        OrderState.PREPARING,
                        OrderState.RIDER,
                        OrderState.DELIVERED);
        assertThat(course.stateAt(course.deliveredAt().minusMillis(1))).isEqualTo(OrderState.RIDER);
        assertThat(course.stateAt(course.deliveredAt())).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void some_orders_are_late_and_most_are_not_always_the_same_ones() {
        List<Integer> delays =
                IntStream.range(0, 1_000)
                        .map(minute -> late(at(NOON.plusSeconds(60L * minute))))
                        .boxed()
                        .toList();

        assertThat(delays.stream().filter(delay -> delay >= 10).count()).isBetween(120L, 240L);
        assertThat(delays).allMatch(delay -> delay <= 75);
        assertThat(at(NOON)).isEqualTo(at(NOON));
    }

    private static int late(Course course) {
        return course.lateMinutes(course.deliveredAt().plus(Duration.ofDays(1)));
    }

    @Test
    void until_it_is_there_it_grows_later_and_then_it_stays_so() {
        Course late =
                IntStream.range(0, 1_000)
                        .mapToObj(minute -> at(NOON.plusSeconds(60L * minute)))
                        .filter(course -> late(course) >= 20)
                        .findFirst()
                        .orElseThrow();

        assertThat(late.lateMinutes(late.promisedAt())).isZero();
        assertThat(late.lateMinutes(late.promisedAt().plus(Duration.ofMinutes(12)))).isEqualTo(12);
        assertThat(late.lateMinutes(late.deliveredAt().plus(Duration.ofHours(9))))
                .isEqualTo(late(late));
    }

    @Test
    void what_is_wanted_later_is_begun_later() {
        Instant seven = NOON.plus(Duration.ofHours(7));
        Course course = Courier.course(42, SHOP, NOON, seven);

        assertThat(course.promisedAt()).isEqualTo(seven);
        assertThat(course.stateAt(NOON.plus(Duration.ofHours(5)))).isEqualTo(OrderState.PLACED);
        assertThat(course.acceptedAt())
                .isEqualTo(
                        seven.minus(Duration.ofMinutes(SHOP.etaMinutes()))
                                .plus(Courier.UNTIL_ACCEPTED));
    }
}
