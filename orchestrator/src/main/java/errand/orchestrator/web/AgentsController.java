package errand.orchestrator.web;

import errand.orchestrator.directory.Agents;
import errand.orchestrator.directory.AgentsJson;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows who is here and what they can do. */
@RestController
class AgentsController {

    private final Agents agents;

    AgentsController(Agents agents) {
        this.agents = agents;
    }

    @GetMapping("/api/agents")
    ObjectNode agents() {
        return AgentsJson.of(agents, Instant.ofEpochMilli(System.currentTimeMillis()));
    }
}
