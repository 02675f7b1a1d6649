package errand.taobao.live;

import errand.agent.TransientFailure;
import errand.runtime.live.Secret;
import errand.runtime.live.TopGateway;
import errand.runtime.live.TopGateway.Answer;
import errand.runtime.live.VendorHttp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls methods of Taobao's open platform with its refusals told apart: what only whoever runs the
 * agent can mend is a {@link NotAccepted} that says what to set.
 */
final class OpenPlatform {

    private static final int WRONG_SIGNATURE = 25;
    private static final int WRONG_APP_KEY = 29;
    private static final Set<Integer> NOT_ALLOWED = Set.of(11, 12, 13, 26, 27, 28);

    /** What a search answers when it finds nothing. */
    private static final String NO_RESULT = "50001";

    private final TopGateway gateway;

    OpenPlatform(VendorHttp http, Secret key, Secret secret, Clock clock) {
        this.gateway = new TopGateway("Taobao", http, key, secret, clock);
    }

    /**
     * What the method gives; a missing node when it says that there is nothing.
     *
     * @param method such as {@code taobao.tbk.item.info.upgrade.get}
     * @param fields of the method; blank values are left out
     */
    JsonNode call(String method, Map<String, String> fields) {
        return switch (gateway.ask(method, fields)) {
            case Answer.Given(JsonNode body) -> body;
            case Answer.Refused no -> none(method, no);
        };
    }

    /** Throws unless the answer says that there is nothing to be found. */
    private static JsonNode none(String method, Answer.Refused no) {
        if (no.subCode().equals(NO_RESULT)) {
            return MissingNode.getInstance();
        }
        String said = "%s: %d %s %s".formatted(method, no.code(), no.subCode(), no.message());
        throw switch (no.code()) {
            case WRONG_SIGNATURE ->
                    new NotAccepted(
                            "Taobao does not accept the signature: set %s to the App Secret of the App Key (%s)."
                                    .formatted(LiveConfiguration.SECRET, said));
            case WRONG_APP_KEY ->
                    new NotAccepted(
                            "Taobao does not know the app: set %s to the App Key of your app (%s)."
                                    .formatted(LiveConfiguration.KEY, said));
            default -> other(no.code(), no.subCode(), said);
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
