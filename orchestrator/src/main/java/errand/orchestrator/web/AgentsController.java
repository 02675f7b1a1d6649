package errand.orchestrator.web;

import errand.orchestrator.directory.Agents;
import errand.orchestrator.directory.AgentsJson;
import errand.orchestrator.directory.Maturities;
import errand.orchestrator.plan.Maturity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows who is here and what they can do, and takes how far operators trust them. */
@RestController
class AgentsController {

    private static final String MUST =
            "must be 'shadow', 'confirm', 'auto', 'quarantined', or null for what its agent says";

    private final Agents agents;
    private final Maturities maturities;

    AgentsController(Agents agents, Maturities maturities) {
        this.agents = agents;
        this.maturities = maturities;
    }

    @GetMapping("/api/agents")
    ObjectNode agents() {
        return AgentsJson.of(agents, Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    /**
     * Says how far a capability is trusted; counts for plans that are handed in from then on, on
     * every node.
     *
     * @param name with or without the agent in front
     */
    @PutMapping("/api/agents/{agent}/capabilities/{name}/maturity")
    ObjectNode trust(
            @PathVariable String agent,
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] body)
            throws InterruptedException {
        ObjectNode wanted = Json.object(body == null ? new byte[0] : body);
        String capability = name.startsWith(agent + ".") ? name : agent + "." + name;
        Maturity maturity = maturity(wanted);
        if (agents.find(capability).isEmpty() && agents.maturitySet(capability).isEmpty()) {
            throw Problem.notFound("capability", capability).refusal();
        }
        try {
            maturities.set(capability, maturity);
        } catch (Maturities.NotTaken late) {
            throw Problem.unavailable(String.valueOf(late.getMessage())).refusal();
        }
        ObjectNode said = Json.newObject().put("name", capability);
        agents.find(capability).ifPresent(it -> said.put("maturity", lower(it.maturity())));
        return said.put("set", maturity != null);
    }

    private static @Nullable Maturity maturity(ObjectNode wanted) {
        if (wanted.path("maturity").isNull()) {
            return null;
        }
        String text = wanted.path("maturity").asString("");
        for (Maturity maturity : Maturity.values()) {
            if (lower(maturity).equals(text)) {
                return maturity;
            }
        }
        throw Problem.invalid(
                        "'maturity' is not valid.",
                        List.of(new Problem.Fault("/maturity", "INVALID", MUST)))
                .refusal();
    }

    private static String lower(Maturity maturity) {
        return maturity.name().toLowerCase(Locale.ROOT);
    }
}
