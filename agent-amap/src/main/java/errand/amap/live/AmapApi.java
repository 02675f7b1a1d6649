package errand.amap.live;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.runtime.live.Secret;
import errand.runtime.live.VendorHttp;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls Amap's web service with key and signature, and says what its status means. */
final class AmapApi {

    private static final String SUCCESS = "1";

    private final VendorHttp http;
    private final Secret key;
    private final @Nullable Secret privateKey;

    /**
     * @param privateKey null where digital signatures are not switched on for the key
     */
    AmapApi(VendorHttp http, Secret key, @Nullable Secret privateKey) {
        this.http = http;
        this.key = key;
        this.privateKey = privateKey;
    }

    /**
     * The answer, or the refusal of {@link Infocodes}.
     *
     * @throws TransientFailure when another try may help
     */
    Outcome<JsonNode> get(String path, Map<String, String> parameters, Task task) {
        return get(path, parameters, Set.of(), task);
    }

    /**
     * @param nothing information codes that say that there is nothing; the answer is then empty
     */
    Outcome<JsonNode> get(
            String path, Map<String, String> parameters, Set<String> nothing, Task task) {
        JsonNode answer = http.get(path, signed(parameters));
        return path.startsWith("/v4/")
                ? fourth(answer, nothing, task)
                : third(answer, nothing, task);
    }

    private static Outcome<JsonNode> third(JsonNode answer, Set<String> nothing, Task task) {
        String status = Json.text(answer, "status");
        return status.equals(SUCCESS)
                ? Outcome.done(answer)
                : failure(
                        Json.text(answer, "infocode"),
                        Json.find(answer, "info").orElse(""),
                        nothing,
                        task);
    }

    /** The fourth version has names of its own: errcode 0 is success. */
    private static Outcome<JsonNode> fourth(JsonNode answer, Set<String> nothing, Task task) {
        // A key that is refused is said as in the third version.
        if (Json.find(answer, "infocode").isPresent() && Json.find(answer, "errcode").isEmpty()) {
            return third(answer, nothing, task);
        }
        String code = Json.text(answer, "errcode");
        return code.equals("0")
                ? Outcome.done(answer)
                : failure(code, Json.find(answer, "errmsg").orElse(""), nothing, task);
    }

    private static Outcome<JsonNode> failure(
            String code, String info, Set<String> nothing, Task task) {
        return nothing.contains(code)
                ? Outcome.done(JsonNodeFactory.instance.objectNode())
                : Infocodes.failure(code, info, task);
    }

    private Map<String, String> signed(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("key", key.reveal());
        if (privateKey != null) {
            all.put("sig", Signature.of(all, privateKey.reveal()));
        }
        return all;
    }
}
