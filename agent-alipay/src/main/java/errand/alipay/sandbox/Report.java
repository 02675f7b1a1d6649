package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.DailyReport.AccountDay;
import errand.alipay.wallet.DailyReport.Difference;
import errand.alipay.wallet.DailyReport.Sum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up a day of the ledger, for one person or for everybody. */
final class Report {

    private static final String SUMS =
            """
            with moves (payee_id, payee, kind, number, total, charged) as (
              select line.payee_id, line.payee_name, 'CAPTURE', 1, line.amount, line.charged
              from alipay.capture c join alipay.authorised_line line using (authorisation_id)
              where line.state in ('CAPTURED', 'REFUNDED')
                and c.captured_at >= :from and c.captured_at < :to
                and (cast(:user as text) is null or c.user_id = :user)
              union all
              select line.payee_id, line.payee_name, 'REFUND', 1, part.amount, part.charged
              from alipay.refund r join alipay.refunded_line part using (refund_id)
              join alipay.capture c using (capture_id)
              join alipay.authorised_line line
                on line.authorisation_id = c.authorisation_id and line.quote_id = part.quote_id
              where r.at >= :from and r.at < :to
                and (cast(:user as text) is null or r.user_id = :user)
              union all
              select 'alipay:' || t.payee_user, q.payee_name, 'TRANSFER', 1, t.amount, t.amount
              from alipay.transfer_sent t join alipay.transfer_quote q using (quote_id)
              where t.at >= :from and t.at < :to
                and (cast(:user as text) is null or t.user_id = :user)
              union all
              select 'alipay:fees', '手续费', 'FEE', 1, fee, fee from alipay.transfer_sent
              where fee > 0 and at >= :from and at < :to
                and (cast(:user as text) is null or user_id = :user)
            )
            select payee_id, min(payee), kind, sum(number), sum(total), sum(charged) from moves
            group by payee_id, kind order by payee_id, kind
            """;

    /** What was untouched and empty is left out. */
    private static final String ACCOUNTS =
            """
            select account_id, kind, opening, closing from (
              select account_id, kind,
                coalesce((select sum(amount) from alipay.entry e join alipay.transfer t using (transfer_id)
                          where e.account_id = a.account_id and t.at < :from), 0) as opening,
                coalesce((select sum(amount) from alipay.entry e join alipay.transfer t using (transfer_id)
                          where e.account_id = a.account_id and t.at < :to), 0) as closing
              from alipay.account a
              where cast(:user as text) is null or owner = :user) as days
            where opening <> 0 or closing <> 0
            order by kind, account_id
            """;

    private static final String DIFFERENCES =
            """
            select 'NOT_SETTLED', authorisation_id, total,
                   '已授权但未付款也未解冻，自' || to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
            from alipay.authorisation
            where state = 'OPEN' and at < :to and (cast(:user as text) is null or user_id = :user)
            union all
            select 'NO_ORDER', c.capture_id || '/' || line.quote_id, line.amount,
                   line.payee_name || '：已付款，没有订单号'
            from alipay.capture c join alipay.authorised_line line using (authorisation_id)
            where line.state = 'CAPTURED' and line.order_id is null
              and c.captured_at >= :from and c.captured_at < :to
              and (cast(:user as text) is null or c.user_id = :user)
            union all
            select 'BALANCE_DIFFERS', d.account_id, d.balance - d.entries,
                   '余额' || d.balance || '分，分录合计' || d.entries || '分，账面' || d.book || '分'
            from alipay.account_differs d join alipay.account a using (account_id)
            where cast(:user as text) is null or a.owner = :user
            order by 1, 2
            """;

    private final JdbcClient db;

    Report(JdbcClient db) {
        this.db = db;
    }

    /** Number and sum for each payee and kind. */
    List<Sum> sums(LocalDate day, @Nullable String user) {
        return asked(SUMS, day, user)
                .query(
                        (row, i) ->
                                new Sum(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        Money.cny(row.getLong(5)),
                                        Money.cny(row.getLong(6))))
                .list();
    }

    /** Opening and closing balances. */
    List<AccountDay> accounts(LocalDate day, @Nullable String user) {
        return asked(ACCOUNTS, day, user)
                .query(
                        (row, i) ->
                                new AccountDay(
                                        row.getString(1),
                                        row.getString(2),
                                        Money.cny(row.getLong(3)),
                                        Money.cny(row.getLong(4))))
                .list();
    }

    /** What somebody should look at. */
    List<Difference> differences(LocalDate day, @Nullable String user) {
        List<Difference> all =
                new ArrayList<>(
                        asked(DIFFERENCES, day, user)
                                .query(
                                        (row, i) ->
                                                new Difference(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        Money.cny(row.getLong(3)),
                                                        row.getString(4)))
                                .list());
        long sum = ledgerSum();
        if (sum != 0) {
            all.add(new Difference("LEDGER_NOT_ZERO", "ledger", Money.cny(sum), "分录合计不为零"));
        }
        return all;
    }

    /** Fen of all entries together; 0. */
    long ledgerSum() {
        return db.sql("select sum from alipay.ledger_sum").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, LocalDate day, @Nullable String user) {
        return db.sql(sql)
                .param("from", MethodRules.beginning(day))
                .param("to", MethodRules.beginning(day.plusDays(1)))
                .param("user", user, java.sql.Types.VARCHAR);
    }
}
