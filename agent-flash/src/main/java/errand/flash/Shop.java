package errand.flash;

import errand.agent.Money;
import java.time.LocalTime;
import java.util.List;

/** A shop of the sandbox. */
record Shop(
        String shopId,
        String name,
        String kind,
        String words,
        double latitude,
        double longitude,
        LocalTime opens,
        LocalTime closes,
        Money minimumOrder,
        Money deliveryFee,
        List<MenuItem> menu) {

    Shop {
        menu = List.copyOf(menu);
    }

    boolean openAt(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    /** Flat-earth distance: shops are a few kilometres away at most. */
    int metresFrom(double latitude, double longitude) {
        double north = (latitude - this.latitude) * 111_195;
        double east =
                (longitude - this.longitude) * 111_195 * Math.cos(Math.toRadians(this.latitude));
        return (int) Math.round(Math.hypot(north, east));
    }
}
