package errand.alipay.live;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.internal.util.AlipaySignature;
import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.Security;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the open platform: signs, checks the signature of the answer, and sorts what can go wrong
 * into what passes (a {@link TransientFailure}), what the business said no to (the answer), and
 * what only whoever runs this can mend. No message of it holds a key, a request or an answer.
 *
 * <p>Codes as Alipay documents them for its gateway: 10000 done, 20000 its own trouble, 40004 the
 * business said no, 40005 too many calls, 20001 and 40001 to 40006 a call it does not take.
 */
final class Gateway {

    /** An answer that Alipay has not signed. */
    static final String SIGNATURE_WRONG = "VENDOR_SIGNATURE_WRONG";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DISABLED_ALGORITHMS = "jdk.certpath.disabledAlgorithms";

    private final AlipayClient client;
    private final Keys keys;

    private Gateway(AlipayClient client, Keys keys) {
        this.client = client;
        this.keys = keys;
    }

    static Gateway of(LiveProperties properties, Keys keys) {
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(properties.gateway().toString());
        config.setAppId(properties.appId());
        config.setPrivateKey(keys.appPrivate());
        config.setAlipayPublicKey(keys.alipayPublic());
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(new GatewayHttp(properties.answerWithin()));
        // It logs requests with their signatures.
        AlipayLogger.setNeedEnableLogger(false);
        return new Gateway(client(config), keys);
    }

    /** Loading the SDK's client switches the JVM's checks of certificates off: on again. */
    private static AlipayClient client(AlipayConfig config) {
        String before = Security.getProperty(DISABLED_ALGORITHMS);
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException("The SDK does not take its settings.");
        } finally {
            Security.setProperty(DISABLED_ALGORITHMS, before == null ? "" : before);
        }
    }

    /**
     * The platform's answer: done ({@link AlipayResponse#isSuccess}), or a no of its business with
     * a {@code sub_code}.
     *
     * @throws TransientFailure when it cannot be said whether it has happened, or another try helps
     * @throws IllegalStateException when this app is not allowed to call, or calls wrongly
     */
    <T extends AlipayResponse> T call(AlipayRequest<T> request) {
        String method = request.getApiMethodName();
        T answer;
        try {
            answer = client.execute(request);
        } catch (AlipayApiException e) {
            throw passing(method, e);
        } catch (RuntimeException e) {
            throw malformed(method);
        }
        return sorted(method, answer);
    }

    /** A link to Alipay's page, signed here: nothing is sent. */
    <T extends AlipayResponse> String link(AlipayRequest<T> request) {
        try {
            return client.pageExecute(request, "GET").getBody();
        } catch (AlipayApiException e) {
            throw new IllegalStateException("The SDK cannot sign a link.");
        }
    }

    /** Whether Alipay has signed what it tells. */
    boolean hasSigned(Map<String, String> told) {
        try {
            // The SDK takes entries out of the map it is given.
            return AlipaySignature.rsaCheckV1(
                    new LinkedHashMap<>(told), keys.alipayPublic(), "UTF-8", "RSA2");
        } catch (AlipayApiException | RuntimeException e) {
            return false;
        }
    }

    private static <T extends AlipayResponse> T sorted(String method, T answer) {
        String code = answer == null ? null : answer.getCode();
        if (answer == null || code == null) {
            throw malformed(method);
        }
        String sub = String.valueOf(answer.getSubCode());
        if (code.equals("40005") || sub.contains("call-limited")) {
            throw new TransientFailure(
                    VendorHttp.BUSY,
                    "Alipay takes no more calls of this app for now, at %s; it is tried again."
                            .formatted(method));
        }
        if (code.equals("20000") || sub.endsWith("SYSTEM_ERROR") || sub.endsWith("unknow-error")) {
            throw new TransientFailure(
                    VendorHttp.BROKEN,
                    "Alipay has trouble of its own at %s (%s); it is asked again."
                            .formatted(method, plain(sub)));
        }
        if (!code.equals("10000") && !code.equals("40004")) {
            throw new IllegalStateException(
                    "Alipay does not take this app's call of %s (%s %s). Check app id, keys and the products the app has."
                            .formatted(method, plain(code), plain(sub)));
        }
        if (!answer.isSuccess() && !isSigned(answer)) {
            throw forged(method);
        }
        return answer;
    }

    /** The SDK checks a signature that is there, and lets a no pass that has none. */
    private static boolean isSigned(AlipayResponse answer) {
        return !JSON.readTree(String.valueOf(answer.getBody())).path("sign").asString("").isEmpty();
    }

    /** What an answer says goes into messages only as far as it is a code. */
    static String plain(String code) {
        return code.matches("[A-Za-z0-9._-]{1,80}") ? code : "?";
    }

    private static TransientFailure passing(String method, AlipayApiException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException) {
                return new TransientFailure(
                        VendorHttp.NO_ANSWER,
                        "Alipay did not answer in time at %s; it is asked again."
                                .formatted(method));
            }
            if (cause instanceof IOException) {
                return new TransientFailure(
                        VendorHttp.UNREACHABLE,
                        "Alipay cannot be reached at %s; it is tried again.".formatted(method));
            }
        }
        return String.valueOf(e.getMessage()).contains("sign") ? forged(method) : malformed(method);
    }

    private static TransientFailure forged(String method) {
        return new TransientFailure(
                SIGNATURE_WRONG,
                "An answer at %s is not signed by Alipay; it is not believed, and asked for again."
                        .formatted(method));
    }

    private static TransientFailure malformed(String method) {
        return new TransientFailure(
                VendorHttp.MALFORMED,
                "Alipay's answer at %s cannot be read; it is asked again.".formatted(method));
    }
}
