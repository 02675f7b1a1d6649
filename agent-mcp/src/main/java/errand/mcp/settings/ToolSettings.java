package errand.mcp.settings;

import errand.agent.Effect;
import errand.agent.Maturity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is said about one tool, over what the tool says about itself.
 *
 * @param effect null: by its annotations
 * @param maturity null: AUTO for what only reads, else CONFIRM
 * @param answersWithin null: as its server's
 * @param undoneBy the tool, by its MCP name, that takes back what this one did
 * @param name of the capability, {@code <noun>.<verb>}; null: made from the tool's name
 * @param description instead of the tool's own
 * @param hidden whether it is left out of the agent's table
 */
public record ToolSettings(
        @Nullable Effect effect,
        @Nullable Maturity maturity,
        @Nullable Duration answersWithin,
        @Nullable String undoneBy,
        @Nullable String name,
        @Nullable String description,
        @DefaultValue("false") boolean hidden) {

    /** Nothing said. */
    public static final ToolSettings NONE =
            new ToolSettings(null, null, null, null, null, null, false);

    public ToolSettings {
        refusePayment(effect);
        if (undoneBy != null && effect == Effect.READ) {
            throw new IllegalArgumentException(
                    "A tool that only reads has nothing to undo (undone-by: %s)."
                            .formatted(undoneBy));
        }
    }

    /** What a tool's arguments say must not decide whom money goes to, nor how much. */
    static void refusePayment(@Nullable Effect effect) {
        if (effect == Effect.PAY) {
            throw new IllegalArgumentException(
                    "An MCP tool cannot have the effect PAY: payee and amount of a payment come from a quote that the person was shown, and a tool has none. Say COMMIT: the person is asked before each call.");
        }
    }
}
