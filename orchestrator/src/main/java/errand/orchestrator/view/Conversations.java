package errand.orchestrator.view;

import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.conversation.Talk;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The conversations that the view knows. */
public final class Conversations {

    private static final int PLANS_SHOWN = 50;

    private final JdbcClient jdbc;
    private final TransactionOperations snapshot;

    Conversations(JdbcClient jdbc, TransactionOperations snapshot) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
    }

    /**
     * One conversation, without what is in it.
     *
     * @param title the beginning of what was said first; in lists only
     * @param talk what had been said when the view last saw it; not in lists
     */
    public record Summary(
            String id,
            String user,
            String lang,
            String status,
            long seq,
            Instant createdAt,
            Instant at,
            @Nullable String title,
            Talk talk) {}

    /** A message of it. */
    public record Said(String id, String role, String text, Instant at) {}

    /**
     * One conversation whole.
     *
     * @param plans JSON documents, the latest 50, oldest first
     * @param consents JSON documents of open cards
     */
    public record Whole(
            Summary summary, List<Said> messages, List<String> plans, List<String> consents) {}

    /** Opens one before anything has happened in it. */
    public void open(String id, String user, String lang, Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        snapshot.executeWithoutResult(
                _ -> {
                    jdbc.sql(
                                    "insert into opening (id, user_id, lang, at) values (?, ?, ?, ?) on conflict do nothing")
                            .params(id, user, lang, time)
                            .update();
                    jdbc.sql(
                                    "insert into conversation (id, user_id, lang, seq, status, created_at, at) values (?, ?, ?, 0, 'idle', ?, ?) on conflict do nothing")
                            .params(id, user, lang, time, time)
                            .update();
                });
    }

    public Optional<Summary> find(String id) {
        return jdbc.sql("select * from conversation where id = ?")
                .param(id)
                .query(Conversations::found)
                .optional();
    }

    public Optional<Whole> whole(String id) {
        return find(id).map(summary -> new Whole(summary, messages(id), plans(id), cards(id)));
    }

    private List<Said> messages(String id) {
        return jdbc.sql(
                        "select id, role, body, at from message where conversation_id = ? order by event_offset")
                .param(id)
                .query(
                        (row, _) ->
                                new Said(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant()))
                .list();
    }

    private List<String> plans(String id) {
        return jdbc.sql(
                        "select document from plan where conversation_id = ? order by id desc limit ?")
                .params(id, PLANS_SHOWN)
                .query(String.class)
                .list()
                .reversed();
    }

    private List<String> cards(String id) {
        return jdbc.sql(
                        "select document from consent where conversation_id = ? and state = 'open' order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Newest first. */
    public Page<Summary> list(@Nullable String user, @Nullable String before, int limit) {
        List<Summary> read =
                jdbc.sql(
                                "select c.*, (select left(m.body, 80) from message m where m.conversation_id = c.id and m.role = 'person' order by m.event_offset limit 1) as title from conversation c where (cast(:user as text) is null or user_id = :user) and (cast(:before as text) is null or id < :before) order by id desc limit :limit")
                        .param("user", user)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(Conversations::summary)
                        .list();
        return Page.of(read, limit, Summary::id);
    }

    /**
     * Where records of a conversation stand, all at one moment.
     *
     * @param after leave out the plans that ended at or before this offset
     */
    public Traces traces(String id, int partition, long after) {
        return java.util.Objects.requireNonNull(
                snapshot.execute(
                        _ ->
                                new Traces(
                                        find(id).map(Summary::seq).orElse(0L),
                                        position(partition),
                                        ranges(id, after))));
    }

    private long position(int partition) {
        return jdbc.sql("select next_offset from view_offset where part = ?")
                .param(partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private List<Traces.Range> ranges(String id, long after) {
        return jdbc.sql(
                        "select first_offset, last_offset from plan where conversation_id = :id and (last_offset > :after or ended_at is null) union all select event_offset, event_offset from message where conversation_id = :id and event_offset > :after order by 1")
                .param("id", id)
                .param("after", after)
                .query((row, _) -> new Traces.Range(row.getLong(1), row.getLong(2)))
                .list();
    }

    private static Summary found(ResultSet row, int number) throws SQLException {
        String core = row.getString("core");
        Talk talk =
                core == null
                        ? Talk.NONE
                        : CoreJson.readConversation(core.getBytes(StandardCharsets.UTF_8)).talk();
        return summary(row, null, talk);
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        return summary(row, row.getString("title"), Talk.NONE);
    }

    private static Summary summary(ResultSet row, @Nullable String title, Talk talk)
            throws SQLException {
        return new Summary(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("lang"),
                row.getString("status"),
                row.getLong("seq"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                title,
                talk);
    }
}
