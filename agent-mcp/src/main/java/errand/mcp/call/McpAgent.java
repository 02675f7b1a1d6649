package errand.mcp.call;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Effect;
import errand.mcp.table.Row;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** An MCP server as an agent: its tools are the table. */
public final class McpAgent implements Agent {

    private final String name;
    private final String version;
    private final List<Row> rows;
    private final Remote remote;
    private final SentCalls calls;
    private final BooleanSupplier up;

    /**
     * @param up whether the server answers
     */
    public McpAgent(
            String name,
            String version,
            List<Row> rows,
            Remote remote,
            SentCalls calls,
            BooleanSupplier up) {
        this.name = name;
        this.version = version;
        this.rows = List.copyOf(rows);
        this.remote = remote;
        this.calls = calls;
        this.up = up;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of(name).version(version).upWhile(up);
        rows.forEach(row -> add(table, row));
        return table;
    }

    private void add(Capabilities table, Row row) {
        ToolCall call = new ToolCall(row, name + "." + row.name(), remote, calls);
        Capabilities.Row<JsonNode, JsonNode> added =
                table.can(row.name(), row.schemas(), call::handle)
                        .described(row.description())
                        .answersWithin(row.answersWithin())
                        .maturity(row.maturity());
        if (row.effect() == Effect.READ) {
            added.reads();
            return;
        }
        added.reconciledBy(call::find);
        Capabilities.Undoable write =
                switch (row.effect()) {
                    case HOLD -> added.holds();
                    case COMMIT -> added.commits();
                    case READ, PAY -> throw new IllegalStateException(row.tool());
                };
        String undo = row.undo();
        Capabilities unused = undo == null ? write.forGood() : write.undoneBy(undo);
    }
}
