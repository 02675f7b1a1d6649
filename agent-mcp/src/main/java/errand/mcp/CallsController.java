package errand.mcp;

import errand.agent.Outcome;
import errand.mcp.call.SentCalls;
import errand.runtime.schema.Fault;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's door: calls whose answer was lost, and a person's word about what came of them.
 * From this machine only.
 */
@RestController
class CallsController {

    private final Hosts hosts;

    CallsController(Hosts hosts) {
        this.hosts = hosts;
    }

    /**
     * A person's word.
     *
     * @param happened whether the tool did it
     * @param output what it gave, for what builds on it; must fit the capability's output schema
     */
    record Word(String taskId, @Nullable Boolean happened, @Nullable JsonNode output) {}

    /** Calls of which nobody knows what came of them, oldest first. */
    @GetMapping("/calls")
    Map<String, Object> unknown() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Host host : hosts.all()) {
            host.context()
                    .map(context -> context.getBean(SentCalls.class).unknown())
                    .orElse(List.of())
                    .forEach(call -> items.add(shown(host, call)));
        }
        return Map.of("items", items);
    }

    private static Map<String, Object> shown(Host host, SentCalls.Sent call) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("taskId", call.taskId());
        one.put("agent", host.agent());
        one.put("capability", call.capability());
        one.put("arguments", call.arguments());
        one.put("sentAt", call.at().toString());
        return one;
    }

    /** Says what came of a call; the plan that waits for it goes on within a minute. */
    @PostMapping("/calls")
    Map<String, Object> settle(@RequestBody Word word) {
        Boolean happened = word.happened();
        if (happened == null) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "Say happened: true or false.");
        }
        for (Host host : hosts.all()) {
            ApplicationContext context = host.context().orElse(null);
            SentCalls calls = context == null ? null : context.getBean(SentCalls.class);
            SentCalls.Sent call = calls == null ? null : calls.find(word.taskId()).orElse(null);
            if (context != null && calls != null && call != null) {
                if (call.outcome() != null) {
                    throw problem(HttpStatus.CONFLICT, "What came of it is known already.");
                }
                say(context, calls, call, happened, word.output());
                return Map.of("taskId", call.taskId(), "happened", happened);
            }
        }
        throw problem(
                HttpStatus.NOT_FOUND,
                "No call of task '%s' was sent. GET /calls lists those that wait for a word."
                        .formatted(word.taskId()));
    }

    private static void say(
            ApplicationContext context,
            SentCalls calls,
            SentCalls.Sent call,
            boolean happened,
            @Nullable JsonNode output) {
        if (!happened) {
            calls.notSent(call.taskId());
            return;
        }
        JsonNode said =
                output == null
                        ? JsonMapper.shared()
                                .createObjectNode()
                                .put("text", "Confirmed by an operator.")
                                .put("truncated", false)
                        : output;
        refuseMisfit(context, call, said);
        calls.answered(call.taskId(), Outcome.done(said), "operator");
    }

    private static void refuseMisfit(
            ApplicationContext context, SentCalls.Sent call, JsonNode output) {
        CapabilityTable table = context.getBean(CapabilityTable.class);
        String faults =
                table.rows().stream()
                        .filter(row -> row.capability().name().equals(call.capability()))
                        .flatMap(
                                row ->
                                        context
                                                .getBean(JsonSchemas.class)
                                                .faults(row.outputSchema(), output.toString())
                                                .stream())
                        .map(Fault::toString)
                        .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The output must be what '%s' gives: %s.".formatted(call.capability(), faults));
        }
    }

    private static ResponseStatusException problem(HttpStatus status, String detail) {
        return new ResponseStatusException(status, detail);
    }
}
