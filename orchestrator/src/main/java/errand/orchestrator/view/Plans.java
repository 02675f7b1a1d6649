package errand.orchestrator.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans and cards that the view knows. */
public final class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One plan, without its steps. */
    public record Summary(
            String id,
            String conversationId,
            String state,
            String goal,
            String user,
            List<String> capabilities,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    /** Where a plan's records stand in the log. */
    public record Place(String conversationId, int partition, long first, long last) {}

    /** What a list may be narrowed to; null: not. */
    public record Wanted(
            @Nullable String state,
            @Nullable String capability,
            @Nullable String user,
            @Nullable Instant since) {}

    /** A card as it stands. */
    public record Card(
            String id, String conversationId, String state, String hash, String document) {}

    /** The JSON document of a plan. */
    public Optional<String> document(String id) {
        return jdbc.sql("select document from plan where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    public Optional<Place> place(String id) {
        return jdbc.sql(
                        "select conversation_id, part, first_offset, last_offset from plan where id = ?")
                .param(id)
                .query(
                        (row, _) ->
                                new Place(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .optional();
    }

    /** Newest first. */
    public Page<Summary> list(Wanted wanted, @Nullable String before, int limit) {
        StringBuilder sql =
                new StringBuilder(
                        "select id, conversation_id, state, goal, user_id, capabilities, created_at, ended_at from plan where true");
        sql.append(wanted.state() == null ? "" : " and state = :state");
        sql.append(wanted.capability() == null ? "" : " and capabilities @> array[cast(:capability as text)]");
        sql.append(wanted.user() == null ? "" : " and user_id = :user");
        sql.append(wanted.since() == null ? "" : " and created_at >= :since");
        sql.append(before == null ? "" : " and id < :before");
        Instant since = wanted.since();
        List<Summary> read =
                jdbc.sql(sql.append(" order by id desc limit :limit").toString())
                        .param("state", wanted.state())
                        .param("capability", wanted.capability())
                        .param("user", wanted.user())
                        .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(
                                (row, _) ->
                                        new Summary(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5),
                                                Arrays.asList(
                                                        (String[]) row.getArray(6).getArray()),
                                                row.getTimestamp(7).toInstant(),
                                                row.getTimestamp(8) == null
                                                        ? null
                                                        : row.getTimestamp(8).toInstant()))
                        .list();
        return Page.of(read, limit, Summary::id);
    }

    public Optional<Card> card(String id) {
        return jdbc.sql(
                        "select id, conversation_id, state, hash, document from consent where id = ?")
                .param(id)
                .query(Card.class)
                .optional();
    }

    /** Newest first. */
    public Page<Card> cards(@Nullable String state, @Nullable String before, int limit) {
        List<Card> read =
                jdbc.sql(
                                "select id, conversation_id, state, hash, document from consent where (cast(:state as text) is null or state = :state) and (cast(:before as text) is null or id < :before) order by id desc limit :limit")
                        .param("state", state)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(Card.class)
                        .list();
        return Page.of(read, limit, Card::id);
    }

    /** Documents of plans an operator should look at: an undo failed, or going back takes long. */
    public Page<String> attention(
            Instant now, Duration patience, @Nullable String before, int limit) {
        record Row(String id, String document) {}
        List<Row> read =
                jdbc.sql(
                                "select id, document from plan where (undo_failed or (state = 'unwinding' and unwinding_since < :since)) and (cast(:before as text) is null or id < :before) order by id desc limit :limit")
                        .param("since", now.minus(patience).atOffset(ZoneOffset.UTC))
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(Row.class)
                        .list();
        Page<Row> page = Page.of(read, limit, Row::id);
        return new Page<>(page.items().stream().map(Row::document).toList(), page.next());
    }
}
