package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.Movement;
import errand.alipay.wallet.MovementKind;
import errand.alipay.wallet.ReadStatement;
import errand.alipay.wallet.Statement;
import errand.runtime.sandbox.World;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads people's movements, the newest first, page by page. */
final class Statements {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int USUAL_DAYS = 30;
    private static final String FROM_WHERE =
            """
            from alipay.movement
            where user_id = :user and at >= :from and at < :to and kind = any(:kinds)
            """;

    private final JdbcClient db;

    Statements(JdbcClient db) {
        this.db = db;
    }

    Outcome<Statement> read(ReadStatement wish, Task task) {
        LocalDate to = wish.to() == null ? World.today(task.now()) : wish.to();
        LocalDate from = wish.from() == null ? to.minusDays(USUAL_DAYS) : wish.from();
        int limit = wish.limit() == null ? USUAL : wish.limit();
        Long before = before(wish.cursor());
        if (from.isAfter(to)) {
            return Wording.badPeriod(task, from, to);
        }
        if (limit < 1 || limit > MOST) {
            return Wording.badLimit(task, limit, MOST);
        }
        if (before == null) {
            return Wording.badCursor(task, String.valueOf(wish.cursor()));
        }
        return Outcome.done(page(new Range(from, to, kinds(wish)), limit, before, task));
    }

    private record Range(LocalDate from, LocalDate to, String[] kinds) {}

    private Statement page(Range range, int limit, long before, Task task) {
        List<Movement> some =
                asked(
                                range,
                                "select * "
                                        + FROM_WHERE
                                        + " and movement_id < :before"
                                        + " order by movement_id desc limit :limit",
                                task)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query((row, i) -> movement(row))
                        .list();
        boolean more = some.size() > limit;
        List<Movement> shown = more ? some.subList(0, limit) : some;
        Money out = sum(range, "coalesce(sum(-amount) filter (where amount < 0), 0)", task);
        Money in = sum(range, "coalesce(sum(amount) filter (where amount > 0), 0)", task);
        return new Statement(
                Titles.statement(task, range.from(), range.to(), out, in),
                range.from(),
                range.to(),
                out,
                in,
                shown,
                more ? shown.getLast().movementId() : null);
    }

    private Money sum(Range range, String what, Task task) {
        return Money.cny(
                asked(range, "select " + what + " " + FROM_WHERE, task).query(Long.class).single());
    }

    private JdbcClient.StatementSpec asked(Range range, String sql, Task task) {
        return db.sql(sql)
                .param("user", task.user())
                .param("from", MethodRules.beginning(range.from()))
                .param("to", MethodRules.beginning(range.to().plusDays(1)))
                .param("kinds", range.kinds());
    }

    private static String[] kinds(ReadStatement wish) {
        List<MovementKind> kinds = wish.kinds();
        return (kinds == null || kinds.isEmpty()
                        ? Arrays.stream(MovementKind.values())
                        : kinds.stream())
                .map(MovementKind::name)
                .toArray(String[]::new);
    }

    /** Movements with lower numbers come next; null when the cursor is none of ours. */
    private static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        return cursor.matches("M\\d{1,18}") ? Long.valueOf(cursor.substring(1)) : null;
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                String.format(Locale.ROOT, "M%012d", row.getLong("movement_id")),
                World.at(row.getObject("at", OffsetDateTime.class).toInstant()),
                MovementKind.valueOf(row.getString("kind")),
                row.getString("title"),
                method(row.getString("account_id")),
                Money.cny(row.getLong("amount")),
                Money.cny(row.getLong("balance_after")),
                row.getString("counterpart_id"),
                row.getString("counterpart_name"),
                row.getString("reference"),
                row.getString("quote_id"),
                row.getString("order_id"),
                row.getString("plan_id"));
    }

    private static Method method(String account) {
        return Arrays.stream(Method.values())
                .filter(method -> account.startsWith(Purses.account("", method)))
                .findFirst()
                .orElseThrow();
    }
}
