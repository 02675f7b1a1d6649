package errand.mcp.call;

import errand.agent.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** In the agent's schema, each word a transaction of its own. */
final class SentCallsInPostgres implements SentCalls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "select task_id, capability, arguments, sent_at, outcome from mcp_call ";
    private static final int MOST_UNKNOWN = 200;

    private final JdbcClient sql;
    private final TransactionTemplate apart;

    SentCallsInPostgres(DataSource data, PlatformTransactionManager transactions) {
        this.sql = JdbcClient.create(data);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean sending(String taskId, String capability, JsonNode arguments) {
        return Boolean.TRUE.equals(
                apart.execute(
                        status ->
                                sql.sql(
                                                        "insert into mcp_call (task_id, capability, arguments)"
                                                                + " values (?, ?, ?) on conflict do nothing")
                                                .params(taskId, capability, arguments.toString())
                                                .update()
                                        == 1));
    }

    @Override
    public void notSent(String taskId) {
        apart.executeWithoutResult(
                status ->
                        sql.sql("delete from mcp_call where task_id = ? and outcome is null")
                                .param(taskId)
                                .update());
    }

    @Override
    public void answered(String taskId, Outcome<JsonNode> outcome, String toldBy) {
        apart.executeWithoutResult(
                status ->
                        sql.sql(
                                        "update mcp_call set outcome = ?, told_by = ?"
                                                + " where task_id = ? and outcome is null")
                                .params(written(outcome), toldBy, taskId)
                                .update());
    }

    @Override
    public Optional<Sent> find(String taskId) {
        return sql.sql(COLUMNS + "where task_id = ?")
                .param(taskId)
                .query((row, number) -> sent(row))
                .optional();
    }

    @Override
    public List<Sent> unknown() {
        return sql.sql(COLUMNS + "where outcome is null order by sent_at limit " + MOST_UNKNOWN)
                .query((row, number) -> sent(row))
                .list();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        String outcome = row.getString(5);
        return new Sent(
                row.getString(1),
                row.getString(2),
                JSON.readTree(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                outcome == null ? null : read(outcome));
    }

    private static String written(Outcome<JsonNode> outcome) {
        ObjectNode node = JSON.createObjectNode();
        switch (outcome) {
            case Outcome.Done<JsonNode> done -> node.set("done", done.output());
            case Outcome.Refused<JsonNode> refused ->
                    node.put("code", refused.code()).put("message", refused.message());
        }
        return node.toString();
    }

    private static Outcome<JsonNode> read(String text) {
        JsonNode node = JSON.readTree(text);
        @Nullable JsonNode done = node.get("done");
        return done != null
                ? Outcome.done(done)
                : Outcome.refused(node.path("code").asString(), node.path("message").asString());
    }
}
