package errand.alipay.sandbox;

import errand.alipay.sandbox.Rules.Limits;
import errand.alipay.wallet.Method;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each person may do with each method, and what they have done with it today. */
final class MethodRules {

    private final JdbcClient db;

    MethodRules(JdbcClient db) {
        this.db = db;
    }

    /** What a payment that names no method is made with: the balance, unless set otherwise. */
    Method preferred(String user) {
        return db.sql(
                        """
                        select default_method from alipay.person
                        where user_id = ? and default_method is not null
                        """)
                .param(user)
                .query(String.class)
                .optional()
                .map(Method::valueOf)
                .orElse(Method.BALANCE);
    }

    void prefer(String user, Method method) {
        db.sql(
                        """
                        insert into alipay.person (user_id, default_method) values (?, ?)
                        on conflict (user_id) do update set default_method = excluded.default_method
                        """)
                .params(user, method.name())
                .update();
    }

    Limits limits(String user, Method method) {
        return db.sql(
                        """
                        select enabled, per_payment, per_day from alipay.method_rule
                        where user_id = ? and method = ?
                        """)
                .params(user, method.name())
                .query(
                        (row, i) ->
                                new Limits(
                                        row.getBoolean(1),
                                        row.getObject(2, Long.class),
                                        row.getObject(3, Long.class)))
                .optional()
                .orElseGet(() -> Rules.limits(method));
    }

    void set(String user, Method method, Limits limits) {
        db.sql(
                        """
                        insert into alipay.method_rule
                            (user_id, method, enabled, per_payment, per_day)
                        values (?, ?, ?, ?, ?)
                        on conflict (user_id, method) do update set enabled = excluded.enabled,
                            per_payment = excluded.per_payment, per_day = excluded.per_day
                        """)
                .param(user)
                .param(method.name())
                .param(limits.enabled())
                .param(limits.perPayment())
                .param(limits.perDay())
                .update();
    }

    /** Fen reserved, paid or sent with it on the day, given back later or not. */
    long usedToday(String user, Method method, Instant now) {
        LocalDate today = World.today(now);
        return db.sql(
                        """
                        select coalesce((select sum(line.charged) from alipay.authorisation
                                join alipay.authorised_line line using (authorisation_id)
                                where user_id = :user and method = :method
                                  and at >= :from and at < :to and line.state <> 'RELEASED'), 0)
                             + coalesce((select sum(amount + fee) from alipay.transfer_sent
                                where user_id = :user and method = :method and day = :day), 0)
                        """)
                .param("user", user)
                .param("method", method.name())
                .param("from", beginning(today))
                .param("to", beginning(today.plusDays(1)))
                .param("day", today)
                .query(Long.class)
                .single();
    }

    /** When a day begins in China. */
    static OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(World.ZONE).toOffsetDateTime();
    }
}
