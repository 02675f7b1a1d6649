package errand.orchestrator.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people allow beforehand, as the view has it: behind its keeper by moments. */
public final class MandateList {

    private static final Logger log = LoggerFactory.getLogger(MandateList.class);

    private final JdbcClient jdbc;

    MandateList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String id, String document) {}

    /** JSON documents, newest first. */
    public Page<String> list(
            @Nullable String user, @Nullable String state, @Nullable String before, int limit) {
        Page<Row> page =
                Page.of(
                        jdbc.sql(
                                        "select id, document from mandate where (cast(:user as text) is null or user_id = :user) and (cast(:state as text) is null or state = :state) and (cast(:before as text) is null or id < :before) order by id desc limit :limit")
                                .param("user", user)
                                .param("state", state)
                                .param("before", before)
                                .param("limit", limit + 1)
                                .query(Row.class)
                                .list(),
                        limit,
                        Row::id);
        return new Page<>(page.items().stream().map(Row::document).toList(), page.next());
    }

    /** The JSON document of one. */
    public Optional<String> document(String id) {
        return jdbc.sql("select document from mandate where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Whose it is. */
    public Optional<String> user(String id) {
        return jdbc.sql("select user_id from mandate where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /**
     * Whether any may stand in for the person; its keeper decides whether it does. A database that
     * is away knows none: the person is asked, and nothing is held up.
     */
    public boolean active(String user, Instant now) {
        try {
            return known(user, now);
        } catch (DataAccessException away) {
            log.warn("Whether '{}' has mandates cannot be said: {}", user, away.toString());
            return false;
        }
    }

    private boolean known(String user, Instant now) {
        return jdbc.sql(
                        "select exists (select from mandate where user_id = ? and state = 'open' and not spent_up and until > ?)")
                .params(user, now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
