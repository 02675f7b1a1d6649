package errand.runtime.live;

import errand.agent.TransientFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The gateway of Taobao's open platform (TOP), which Fliggy's interfaces are behind, too: a signed
 * form to {@code /router/rest}, {@code v=2.0}, {@code sign_method=md5}, as its documentation has
 * it. What may pass by itself is a {@link TransientFailure}: too many calls ({@link
 * VendorHttp#BUSY}), a service behind the gateway that fails ({@link VendorHttp#BROKEN}), an answer
 * that is none ({@link VendorHttp#MALFORMED}).
 */
public final class TopGateway {

    private static final String PATH = "/router/rest";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("GMT+8"));

    private static final int CALL_LIMITED = 7;

    /** Service Currently Unavailable, Remote Service Error: the platform's own trouble. */
    private static final Set<Integer> PASSING = Set.of(10, 15);

    private final String vendor;
    private final VendorHttp http;
    private final Secret key;
    private final Secret secret;
    private final Clock clock;

    /**
     * @param vendor as people know it, for messages
     * @param clock the vendor's time: it refuses calls that are minutes off
     */
    public TopGateway(String vendor, VendorHttp http, Secret key, Secret secret, Clock clock) {
        this.vendor = vendor;
        this.http = http;
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    /** What the gateway answers. */
    public sealed interface Answer {

        /** The object below {@code …_response}. */
        record Given(JsonNode body) implements Answer {}

        /**
         * It will not do it, however often it is asked.
         *
         * @param code the platform's number: 25 is a wrong signature, 29 an unknown key
         * @param subCode what the service behind it says, perhaps empty
         */
        record Refused(int code, String subCode, String message) implements Answer {}
    }

    /**
     * @param parameters of the method itself, text as it is; blank ones are left out
     */
    public Answer ask(String method, Map<String, String> parameters) {
        Map<String, String> fields = new TreeMap<>(parameters);
        fields.values().removeIf(String::isBlank);
        fields.put("method", method);
        fields.put("app_key", key.reveal());
        fields.put("timestamp", TIMESTAMP.format(clock.instant()));
        fields.put("format", "json");
        fields.put("v", "2.0");
        fields.put("sign_method", "md5");
        fields.put("sign", signature(fields, secret));
        JsonNode answer = http.post(PATH, fields);
        JsonNode error = answer.path("error_response");
        return error.isObject() ? refused(error) : given(answer);
    }

    /** Upper-case MD5 over the secret, all fields in order of their names, and the secret again. */
    static String signature(Map<String, String> fields, Secret secret) {
        StringBuilder text = new StringBuilder(secret.reveal());
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
        text.append(secret.reveal());
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private Answer refused(JsonNode error) {
        int code = error.path("code").asInt(0);
        String subCode = error.path("sub_code").asString("");
        String message = error.path("msg").asString("");
        if (code == CALL_LIMITED) {
            throw passing(VendorHttp.BUSY, "allows no more calls for now", code, message, subCode);
        }
        if (PASSING.contains(code) && (subCode.isEmpty() || subCode.startsWith("isp."))) {
            throw passing(VendorHttp.BROKEN, "has trouble of its own", code, message, subCode);
        }
        String said = error.path("sub_msg").asString("");
        return new Answer.Refused(code, subCode, said.isBlank() ? message : said);
    }

    private TransientFailure passing(
            String failure, String what, int code, String message, String subCode) {
        return new TransientFailure(
                failure,
                "%s %s (error %d %s %s); it is tried again."
                        .formatted(vendor, what, code, message, subCode));
    }

    private Answer given(JsonNode answer) {
        return answer.propertyNames().stream()
                .filter(name -> name.endsWith("_response"))
                .findFirst()
                .<Answer>map(name -> new Answer.Given(answer.path(name)))
                .orElseThrow(() -> malformed("no …_response in it"));
    }

    /** An answer that is JSON, but not what the platform promises. */
    public TransientFailure malformed(String why) {
        return new TransientFailure(
                VendorHttp.MALFORMED,
                "%s answers something that cannot be used (%s); it is tried again."
                        .formatted(vendor, why));
    }
}
