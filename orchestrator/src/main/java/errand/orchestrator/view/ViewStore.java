package errand.orchestrator.view;

import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Step;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the view. A batch and the offsets it was read up to are written in one transaction,
 * and only when nobody else has moved those offsets meanwhile.
 */
final class ViewStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, PlanTrack>> TRACKS = new TypeReference<>() {};

    private final DataSource database;

    ViewStore(DataSource database) {
        this.database = database;
    }

    /**
     * Another instance took a partition over and moved on, or the database lost its last moments in
     * a crash: what is held here is of no use.
     */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(Collection<Integer> partitions) {
            super(
                    "Another instance has folded partitions %s of conversation.events further."
                            .formatted(partitions));
        }

        Overtaken(int partition, long held, long kept) {
            super(
                    "The database stands at %d of partition %d of conversation.events, not at %d: it lost its last moments."
                            .formatted(kept, partition, held));
        }
    }

    /** Where to go on, by partition; zero for one that was never read. */
    Map<Integer, Long> offsets(Collection<Integer> partitions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Columns<>(partitions)
                    .number(Integer::longValue)
                    .run(
                            connection,
                            "insert into view_offset (part, next_offset) select p, 0 from unnest(?::bigint[]) p on conflict do nothing");
            return offsets(connection, partitions);
        }
    }

    private static Map<Integer, Long> offsets(Connection connection, Collection<Integer> partitions)
            throws SQLException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select part, next_offset from view_offset");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (partitions.contains(rows.getInt(1))) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return offsets;
    }

    /**
     * Refuses to go on from where the database is not: it does not wait for its disk ({@link
     * #write}), so a crash may set it back, and a partition in which nothing happens any more would
     * never find out.
     */
    void check(Map<Integer, Long> held) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<Integer, Long> kept = offsets(connection, held.keySet());
            for (Entry<Integer, Long> place : held.entrySet()) {
                long at = kept.getOrDefault(place.getKey(), 0L);
                if (at < place.getValue()) {
                    throw new Overtaken(place.getKey(), place.getValue(), at);
                }
            }
        }
    }

    /** The conversations with these ids, as far as they are known. */
    Map<String, Standing> load(Collection<String> ids) throws SQLException {
        Map<String, Standing> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select id, seq, at, user_id, lang, created_at, coalesce(part, 0), coalesce(first_offset, -1), coalesce(last_offset, -1), coalesce(inbox_first, -1), coalesce(inbox_last, -1), core, tracks from conversation where id = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), standing(rows));
                }
            }
        }
        return found;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String core = row.getString(12);
        Conversation live =
                core == null
                        ? new Conversation(
                                row.getString(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant(),
                                Map.of(),
                                Talk.NONE)
                        : CoreJson.readConversation(core.getBytes(StandardCharsets.UTF_8));
        String tracks = row.getString(13);
        return new Standing(
                live,
                tracks == null ? Map.of() : JSON.readValue(tracks, TRACKS),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getInt(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11));
    }

    /**
     * Writes a batch.
     *
     * @param expected where this instance believes each partition of the batch stands
     */
    void write(Batch batch, Map<Integer, Long> expected) throws SQLException {
        Transaction.on(
                database,
                connection -> {
                    // The log is the truth: what a crash of the database takes is folded again.
                    execute(connection, "set local synchronous_commit = off");
                    offsets(connection, batch.next, expected);
                    conversations(connection, batch.conversations.values());
                    plans(connection, batch.plans.values());
                    cards(connection, batch.cards.values());
                    messages(connection, batch.messages.values());
                    mandates(connection, batch.mandates.values());
                });
    }

    private static void offsets(
            Connection connection, Map<Integer, Long> next, Map<Integer, Long> expected)
            throws SQLException {
        List<Entry<Integer, Long>> moves = new ArrayList<>(next.entrySet());
        int moved =
                new Columns<>(moves)
                        .number(move -> move.getKey().longValue())
                        .number(move -> Objects.requireNonNull(expected.get(move.getKey())))
                        .number(Entry::getValue)
                        .run(
                                connection,
                                "update view_offset v set next_offset = m.next from unnest(?::bigint[], ?::bigint[], ?::bigint[]) m(part, expected, next) where v.part = m.part and v.next_offset = m.expected");
        if (moved != moves.size()) {
            throw new Overtaken(next.keySet());
        }
    }

    private static void conversations(Connection connection, Collection<Standing> rows)
            throws SQLException {
        new Columns<>(rows)
                .text(Standing::id)
                .key(Standing::user)
                .text(Standing::lang)
                .number(Standing::seq)
                .text(row -> States.of(row.live()))
                .time(Standing::createdAt)
                .time(row -> row.live().at())
                .number(row -> (long) row.partition())
                .number(Standing::firstOffset)
                .number(Standing::lastOffset)
                .number(Standing::inboxFirst)
                .number(Standing::inboxLast)
                .text(row -> nothingToGoOnFrom(row.live()) ? null : core(row.live()))
                .text(row -> row.tracks().isEmpty() ? null : JSON.writeValueAsString(row.tracks()))
                .run(connection, ViewSql.CONVERSATIONS);
    }

    private static boolean nothingToGoOnFrom(Conversation live) {
        return live.plans().isEmpty() && live.talk().none();
    }

    private static String core(Conversation live) {
        return new String(CoreJson.write(live), StandardCharsets.UTF_8);
    }

    private static void plans(Connection connection, Collection<Fold.Touched> rows)
            throws SQLException {
        new Columns<>(rows)
                .text(row -> row.plan().id())
                .text(Fold.Touched::conversationId)
                .key(row -> row.plan().spec().user())
                .text(row -> States.of(row.plan()))
                .text(row -> row.plan().spec().goal())
                .text(ViewStore::capabilities)
                .time(row -> row.track().createdAt())
                .time(row -> row.track().endedAt())
                .time(row -> row.track().unwindingSince())
                .flag(ViewStore::undoFailed)
                .number(row -> (long) row.track().partition())
                .number(row -> row.track().firstOffset())
                .number(row -> row.track().lastOffset())
                .text(row -> PlanDocument.of(row.conversationId(), row.plan(), row.track()))
                .run(connection, ViewSql.PLANS);
    }

    private static String capabilities(Fold.Touched row) {
        return row.plan().steps().values().stream()
                .map(Step::capability)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static boolean undoFailed(Fold.Touched row) {
        return row.plan().steps().values().stream()
                .anyMatch(step -> step.phase() == Phase.UNDO_FAILED);
    }

    private static void cards(Connection connection, Collection<Fold.Card> rows)
            throws SQLException {
        new Columns<>(rows)
                .text(row -> row.consent().id())
                .text(row -> row.plan().id())
                .text(Fold.Card::conversationId)
                .key(row -> row.plan().spec().user())
                .text(row -> States.of(row.consent().state()))
                .text(row -> row.consent().hash())
                .time(row -> row.consent().expiresAt())
                .text(row -> PlanDocument.card(row.plan(), row.consent()).toString())
                .run(connection, ViewSql.CONSENTS);
    }

    private static void messages(Connection connection, Collection<Fold.Message> rows)
            throws SQLException {
        new Columns<>(rows)
                .text(Fold.Message::id)
                .text(Fold.Message::conversationId)
                .text(Fold.Message::role)
                .text(Fold.Message::text)
                .time(Fold.Message::at)
                .number(row -> (long) row.place().partition())
                .number(row -> row.place().offset())
                .run(connection, ViewSql.MESSAGES);
    }

    private static void mandates(Connection connection, Collection<MandateSeen> rows)
            throws SQLException {
        new Columns<>(rows)
                .text(MandateSeen::id)
                .key(MandateSeen::user)
                .text(MandateSeen::state)
                .time(MandateSeen::until)
                .flag(MandateSeen::spentUp)
                .number(MandateSeen::version)
                .text(MandateSeen::document)
                .run(connection, ViewSql.MANDATES);
    }

    /** Forgets all that was folded; conversations that were opened stay. */
    void clear() throws SQLException {
        Transaction.on(
                database,
                connection -> {
                    execute(
                            connection,
                            "truncate conversation, plan, consent, message, mandate, view_offset");
                    execute(connection, ViewSql.OPENINGS);
                });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
