package errand.alipay.live;

import errand.runtime.live.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which app of the open platform this is. Keys are not settings: see {@link Keys}.
 *
 * @param appId of the app, as the open platform gave it
 * @param sellerId user id (2088…) of the merchant whose account is paid
 * @param gateway where the platform is called: production, or Alipay's sandbox gateway
 * @param notifyUrl where Alipay tells about payments, reachable from the internet and leading to
 *     {@code /alipay/notify}; without it only asking tells
 * @param returnUrl where the person gets to after paying
 * @param payees whose money this merchant's account collects: payee ids, a trailing * stands for
 *     any ending; everybody else's payments are refused
 * @param payWithin how long a payment can be made
 * @param answerWithin how long the platform may take for one answer, all of it
 */
@ConfigurationProperties("errand.alipay.live")
record LiveProperties(
        @DefaultValue("") String appId,
        @DefaultValue("") String sellerId,
        @DefaultValue("https://openapi.alipay.com/gateway.do") URI gateway,
        @Nullable String notifyUrl,
        @Nullable String returnUrl,
        @DefaultValue List<String> payees,
        @DefaultValue("30m") Duration payWithin,
        @DefaultValue("10s") Duration answerWithin) {

    LiveProperties {
        payees = List.copyOf(payees);
        Endpoint.isSafe("errand.alipay.live.gateway", gateway);
        Endpoint.takesTime("errand.alipay.live.answer-within", answerWithin, "10s");
        if (!payWithin.isPositive() || payWithin.compareTo(Duration.ofDays(15)) > 0) {
            throw new IllegalArgumentException(
                    "errand.alipay.live.pay-within is %s; the platform takes up to 15 days."
                            .formatted(payWithin));
        }
    }

    /** Whether this merchant's account collects what a payee is paid. */
    boolean collectsFor(String payeeId) {
        return payees.stream()
                .anyMatch(
                        payee ->
                                payee.endsWith("*")
                                        ? payeeId.startsWith(payee.substring(0, payee.length() - 1))
                                        : payeeId.equals(payee));
    }
}
