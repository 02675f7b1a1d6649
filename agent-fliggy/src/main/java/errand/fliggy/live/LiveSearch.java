package errand.fliggy.live;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.live.TopGateway;
import errand.runtime.live.TopGateway.Answer;
import errand.runtime.sandbox.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One search method of the platform, and how its refusals are told to a person. */
final class LiveSearch {

    /** Platform errors that no other wish cures: key, signature, rights, method name. */
    private static final Set<Integer> SETUP =
            Set.of(11, 12, 13, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34);

    private final TopGateway gateway;
    private final String method;

    LiveSearch(TopGateway gateway, String method) {
        this.gateway = gateway;
        this.method = method;
    }

    /**
     * What of its list can be used.
     *
     * @param reader empty for an item that lacks something or makes no sense; it is left out
     * @throws errand.agent.TransientFailure when there is no list, or nothing of it can be used
     */
    <L> Outcome<List<L>> ask(
            Map<String, String> parameters, Function<JsonNode, Optional<L>> reader, Task task) {
        return switch (gateway.ask(method, parameters)) {
            case Answer.Refused no -> refused(no, task);
            case Answer.Given(JsonNode body) -> Outcome.done(read(body, reader));
        };
    }

    private <L> List<L> read(JsonNode body, Function<JsonNode, Optional<L>> reader) {
        JsonNode items = body.path("items");
        if (!items.isArray()) {
            throw gateway.malformed("no list of items");
        }
        List<L> read = new ArrayList<>();
        items.forEach(item -> reader.apply(item).ifPresent(read::add));
        if (read.isEmpty() && !items.isEmpty()) {
            throw gateway.malformed("none of %d items is complete".formatted(items.size()));
        }
        return read;
    }

    private static <L> Outcome<List<L>> refused(Answer.Refused no, Task task) {
        if (SETUP.contains(no.code())) {
            return Refusals.refused(
                    task,
                    "VENDOR_REFUSES_KEY",
                    "飞猪开放平台不接受本机的应用密钥或权限（错误%d），需要管理员检查设置。".formatted(no.code()),
                    "Fliggy's open platform does not accept this installation's key or rights (error %d); its operator must check the settings."
                            .formatted(no.code()));
        }
        return Refusals.refused(
                task,
                "VENDOR_REFUSED",
                "飞猪拒绝了这次查询（错误%d %s）：%s。可以换个条件再试。".formatted(no.code(), no.subCode(), no.message()),
                "Fliggy refused this search (error %d %s): %s. Try other wishes."
                        .formatted(no.code(), no.subCode(), no.message()));
    }
}
