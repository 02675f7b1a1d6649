package errand.flash.sandbox;

import errand.flash.delivery.OrderState;
import errand.runtime.sandbox.Chance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happens to an order: a function of the seed, the shop and the minute of the order. Of a
 * hundred orders eighteen come later than promised, by 11 to 75 minutes.
 */
final class Courier {

    /** Until then cancelling is free. */
    static final Duration UNTIL_ACCEPTED = Duration.ofMinutes(5);

    private static final int LATE_OF_100 = 18;

    private Courier() {}

    /**
     * The moments of an order.
     *
     * @param acceptedAt when the shop takes it
     * @param promisedAt when it should be at the door
     * @param deliveredAt when it will be
     */
    record Course(
            Instant acceptedAt,
            Instant preparedFrom,
            Instant pickedUpAt,
            Instant promisedAt,
            Instant deliveredAt) {

        OrderState stateAt(Instant now) {
            if (now.isBefore(acceptedAt) || now.equals(acceptedAt)) {
                return OrderState.PLACED;
            }
            if (now.isBefore(preparedFrom)) {
                return OrderState.ACCEPTED;
            }
            if (now.isBefore(pickedUpAt)) {
                return OrderState.PREPARING;
            }
            return now.isBefore(deliveredAt) ? OrderState.RIDER : OrderState.DELIVERED;
        }

        /** Whole minutes after the promise, at the door or so far. */
        int lateMinutes(Instant now) {
            Instant until = now.isBefore(deliveredAt) ? now : deliveredAt;
            return (int) Math.max(0, Duration.between(promisedAt, until).toMinutes());
        }
    }

    /**
     * @param wantedAt when it shall be at the door; null: as soon as possible
     */
    static Course course(long seed, Shop shop, Instant orderedAt, @Nullable Instant wantedAt) {
        Duration eta = Duration.ofMinutes(shop.etaMinutes());
        Instant promised = wantedAt == null ? orderedAt.plus(eta) : wantedAt;
        Instant begun = promised.minus(eta);
        Instant start = begun.isBefore(orderedAt) ? orderedAt : begun;
        Instant accepted = start.plus(UNTIL_ACCEPTED);
        Instant prepared = accepted.plus(minutes(2));
        Instant pickedUp =
                later(start.plus(minutes(shop.kind().minutes())), prepared.plus(minutes(1)));
        Instant delivered = promised.plus(minutes(delay(seed, shop, orderedAt)));
        return new Course(
                accepted,
                prepared,
                pickedUp,
                promised,
                later(delivered, pickedUp.plus(minutes(2))));
    }

    private static int delay(long seed, Shop shop, Instant orderedAt) {
        Chance chance = Chance.of(seed, "delay", shop.shopId(), orderedAt.getEpochSecond() / 60);
        return chance.in100(LATE_OF_100) ? chance.between(11, 75) : chance.between(-6, 3);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
