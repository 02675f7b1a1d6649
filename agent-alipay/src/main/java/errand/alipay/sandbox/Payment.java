package errand.alipay.sandbox;

import errand.agent.Money;
import java.time.Instant;

/**
 * A capture: money that has left for merchants.
 *
 * @param refunded how much of it has been given back
 */
record Payment(
        String captureId, String authorisationId, Money total, Money refunded, Instant capturedAt) {

    /** What can still be given back. */
    Money left() {
        return total.minus(refunded);
    }
}
