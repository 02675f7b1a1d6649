package errand.testkit.vendor;

import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The gateway of Taobao's open platform (TOP) on this machine: checks key, time and signature as
 * its documents describe it, and answers each method as it was told. It knows no business.
 */
public final class TopStub implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final long MINUTES_OFF = 10;

    private final VendorStub vendor = VendorStub.start();
    private final Map<String, Function<Map<String, String>, Answer>> methods =
            new ConcurrentHashMap<>();
    private final String key;
    private final String secret;
    private final Clock clock;
    private volatile @Nullable Answer instead;

    /**
     * @param key of the app that may call
     * @param secret what it signs with
     * @param clock calls whose time is more than 10 minutes off are refused
     */
    public TopStub(String key, String secret, Clock clock) {
        this.key = key;
        this.secret = secret;
        this.clock = clock;
        vendor.on("/router/rest", this::answer);
    }

    /** From now on this method is answered so, once key, time and signature are right. */
    public TopStub on(String method, Function<Map<String, String>, Answer> answer) {
        methods.put(method, answer);
        return this;
    }

    /** From now on it answers only this, whatever is asked and by whom. */
    public void answersOnly(Answer answer) {
        instead = answer;
    }

    /** Scheme, host and port. */
    public URI base() {
        return vendor.base();
    }

    /** All calls so far, those that were refused included. */
    public List<Asked> asked() {
        return vendor.asked();
    }

    @Override
    public void close() {
        vendor.close();
    }

    /** A refusal as the gateway says it. */
    public static Answer error(int code, String msg, String subCode, String subMsg) {
        return Answer.json(
                """
                {"error_response":{"code":%d,"msg":"%s","sub_code":"%s","sub_msg":"%s","request_id":"r"}}\
                """
                        .formatted(code, msg, subCode, subMsg));
    }

    private Answer answer(Asked asked) {
        Answer only = instead;
        if (only != null) {
            return only;
        }
        Map<String, String> fields = asked.fields();
        if (!asked.method().equals("POST") || !"2.0".equals(fields.get("v"))) {
            return error(40, "Missing Required Arguments:v", "", "");
        }
        if (!key.equals(fields.get("app_key"))) {
            return error(29, "Invalid app Key", "isv.appkey-not-exists", "");
        }
        if (!isNow(fields.getOrDefault("timestamp", ""))) {
            return error(31, "Invalid Timestamp", "", "");
        }
        if (!signature(fields).equals(fields.get("sign"))) {
            return error(25, "Invalid signature", "", "");
        }
        Function<Map<String, String>, Answer> method =
                methods.get(fields.getOrDefault("method", ""));
        return method == null ? error(22, "Invalid Method", "", "") : method.apply(fields);
    }

    /** In Shanghai, whatever the zone of the caller. */
    private boolean isNow(String timestamp) {
        try {
            LocalDateTime at = LocalDateTime.parse(timestamp, TIME);
            Duration off = Duration.between(at.toInstant(ZoneOffset.ofHours(8)), clock.instant());
            return off.abs().toMinutes() <= MINUTES_OFF;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Written from the document, not from the code that is tested. */
    private String signature(Map<String, String> fields) {
        StringBuilder text = new StringBuilder(secret);
        new TreeMap<>(fields)
                .forEach((name, value) -> text.append(name.equals("sign") ? "" : name + value));
        return Md5.of(text.append(secret).toString()).toUpperCase(Locale.ROOT);
    }
}
