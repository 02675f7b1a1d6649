package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person is asked to pay on Alipay's page. */
public record RequestPayment(
        @Describe("The lines of a granted consent") List<PaymentLine> lines,
        @Describe("PAGE: a link to Alipay's page (the usual); QR: the text of a QR code to scan")
                @Nullable Channel channel) {

    /** How the person gets to Alipay's page. */
    public enum Channel {
        PAGE,
        QR
    }

    public RequestPayment {
        lines = List.copyOf(lines);
    }
}
