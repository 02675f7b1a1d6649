package errand.taobao.live;

import errand.agent.TransientFailure;
import errand.runtime.live.Secret;
import errand.runtime.live.VendorHttp;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Calls methods of Taobao's open platform (TOP): signed, with its error answers told apart. What
 * may pass by itself is a {@link TransientFailure}; what only whoever runs the agent can mend is a
 * {@link NotAccepted} that says what to set.
 */
final class OpenPlatform {

    private static final String PATH = "/router/rest";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Codes of TOP: 7 too many calls; 9, 10, 15 with isp.* the platform's own trouble. */
    private static final int CALL_LIMITED = 7;

    private static final int WRONG_SIGNATURE = 25;
    private static final int WRONG_APP_KEY = 29;
    private static final Set<Integer> NOT_ALLOWED = Set.of(11, 12, 13, 26, 27, 28);

    /** What a search answers when it finds nothing. */
    private static final String NO_RESULT = "50001";

    private final VendorHttp http;
    private final Secret key;
    private final Secret secret;
    private final Clock clock;

    OpenPlatform(VendorHttp http, Secret key, Secret secret, Clock clock) {
        this.http = http;
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * What stands below {@code <method>_response}; a missing node when it says that there is
     * nothing.
     *
     * @param method such as {@code taobao.tbk.item.info.upgrade.get}
     * @param fields of the method; blank values are left out
     */
    JsonNode call(String method, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("method", method);
        all.put("app_key", key.reveal());
        all.put("timestamp", TIME.format(clock.instant().atZone(ZONE)));
        all.put("format", "json");
        all.put("v", "2.0");
        all.put("sign_method", "md5");
        fields.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        all.put(name, value);
                    }
                });
        all.put("sign", Signature.of(all, secret));
        JsonNode answer = http.post(PATH, all);
        JsonNode error = answer.path("error_response");
        if (error.isObject()) {
            return none(method, error);
        }
        String name = method.replaceFirst("^taobao\\.", "").replace('.', '_') + "_response";
        if (!answer.path(name).isObject()) {
            throw new TransientFailure(
                    VendorHttp.MALFORMED,
                    "Taobao answers %s without %s; it is tried again.".formatted(method, name));
        }
        return answer.path(name);
    }

    /** Throws unless the error says that there is nothing to be found. */
    private static JsonNode none(String method, JsonNode error) {
        int code = error.path("code").asInt(0);
        String subCode = error.path("sub_code").asString("");
        if (subCode.equals(NO_RESULT)) {
            return error.path(NO_RESULT);
        }
        String said =
                "%s: %s %s %s %s"
                        .formatted(
                                method,
                                code,
                                error.path("msg").asString(""),
                                subCode,
                                error.path("sub_msg").asString(""))
                        .strip();
        if (code == CALL_LIMITED) {
            throw new TransientFailure(
                    VendorHttp.BUSY, "Taobao allows no more calls for now (%s).".formatted(said));
        }
        throw switch (code) {
            case WRONG_SIGNATURE ->
                    new NotAccepted(
                            "Taobao does not accept the signature: set %s to the App Secret of the App Key (%s)."
                                    .formatted(LiveConfiguration.SECRET, said));
            case WRONG_APP_KEY ->
                    new NotAccepted(
                            "Taobao does not know the app: set %s to the App Key of your app (%s)."
                                    .formatted(LiveConfiguration.KEY, said));
            default -> other(code, subCode, said);
        };
    }

    private static RuntimeException other(int code, String subCode, String said) {
        if (NOT_ALLOWED.contains(code)) {
            return new NotAccepted(
                    "Taobao does not allow this app the method: apply for it at the open platform (%s)."
                            .formatted(said));
        }
        if (subCode.startsWith("isv.")) {
            return new NotAccepted("Taobao does not take the call (%s).".formatted(said));
        }
        return new TransientFailure(
                VendorHttp.BROKEN,
                "Taobao has trouble of its own (%s); it is tried again.".formatted(said));
    }
}
