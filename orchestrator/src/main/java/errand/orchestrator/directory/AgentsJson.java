package errand.orchestrator.directory;

import errand.events.CapabilityDescribed;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The directory as JSON, schemas as the objects they are. */
public final class AgentsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AgentsJson() {}

    /** {@code {agents:[…]}}. */
    public static ObjectNode of(Agents agents, Instant now) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode all = node.putArray("agents");
        for (Agents.Known agent : agents.all()) {
            String health = agent.health(now).name().toLowerCase(Locale.ROOT);
            ObjectNode one = all.addObject();
            one.put("name", agent.announced().getAgent());
            one.put("version", agent.announced().getVersion());
            one.put("instances", agent.instances().size());
            one.put("health", health);
            one.put("busy", agents.busy(agent.announced().getAgent()));
            agents.limits(agent.announced().getAgent())
                    .ifPresent(limits -> one.set("limits", JSON.valueToTree(limits)));
            ArrayNode capabilities = one.putArray("capabilities");
            agent.announced()
                    .getCapabilities()
                    .forEach(capability -> capabilities.add(of(agents, capability, health)));
        }
        return node;
    }

    private static ObjectNode of(Agents agents, CapabilityDescribed capability, String health) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", capability.getName());
        node.put("description", capability.getDescription());
        node.put("effect", capability.getEffect().name());
        node.set("inputSchema", schema(capability.getInputSchema()));
        node.set("outputSchema", schema(capability.getOutputSchema()));
        if (capability.getUndo() != null) {
            node.put("undo", capability.getUndo());
        }
        node.put("answerWithinMillis", capability.getAnswerWithinMillis());
        String own = capability.getMaturity().name();
        Optional<String> set = agents.maturitySet(capability.getName()).map(Enum::name);
        node.put("maturity", set.orElse(own).toLowerCase(Locale.ROOT));
        if (set.isPresent()) {
            node.put("announcedMaturity", own.toLowerCase(Locale.ROOT));
        }
        boolean up = health.equals("up");
        node.put("health", up ? capability.getHealth() : health);
        return node;
    }

    private static JsonNode schema(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
