package errand.mcp.table;

import errand.agent.Effect;
import errand.agent.Maturity;
import errand.agent.OwnSchemas;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One tool as a capability.
 *
 * @param tool its MCP name
 * @param name of the capability, without the agent's
 * @param undo name of the capability that takes it back, without the agent's
 * @param idempotent whether calling it twice does no more than calling it once
 * @param promises whether the tool has an output schema of its own
 */
public record Row(
        String tool,
        String name,
        String description,
        Effect effect,
        Maturity maturity,
        Duration answersWithin,
        @Nullable String undo,
        boolean idempotent,
        boolean promises,
        OwnSchemas schemas) {}
