package errand.alipay.sandbox;

import errand.agent.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capture: money that has left for merchants.
 *
 * @param refundedAt null while it has not been given back
 */
record Payment(
        String captureId,
        String authorisationId,
        Money total,
        Instant capturedAt,
        @Nullable Instant refundedAt) {}
