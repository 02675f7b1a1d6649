package errand.taobao.sandbox;

import errand.runtime.sandbox.World;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has claimed and used which coupon, and how many are given away, month by month. */
final class Claims {

    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
    }

    /**
     * A coupon that somebody has.
     *
     * @param orderId the order it was used for, null while it was not
     */
    record Claim(
            String couponId, Instant claimedAt, LocalDate validUntil, @Nullable String orderId) {}

    static LocalDate month(Instant now) {
        return World.today(now).withDayOfMonth(1);
    }

    /** All that a person has claimed in a month, and what still counts from the month before. */
    List<Claim> of(String user, Instant now) {
        return db.sql(
                        """
                        select coupon_id, claimed_at, valid_until, order_id from coupon_claim
                        where user_id = ? and (month = ? or valid_until >= ?)
                        order by coupon_id, month desc
                        """)
                .params(user, month(now), World.today(now))
                .query((row, i) -> claim(row))
                .list();
    }

    /** Which ones count in an order now. */
    List<String> usable(String user, Instant now) {
        LocalDate today = World.today(now);
        return of(user, now).stream()
                .filter(claim -> claim.orderId() == null)
                .filter(claim -> !claim.validUntil().isBefore(today))
                .map(Claim::couponId)
                .distinct()
                .toList();
    }

    /** How many of each were given away this month. */
    Map<String, Integer> given(Instant now) {
        Map<String, Integer> given = new HashMap<>();
        db.sql("select coupon_id, given from coupon_given where month = ?")
                .param(month(now))
                .query(
                        row -> {
                            given.put(row.getString(1), row.getInt(2));
                        });
        return given;
    }

    /** Until the end of the transaction nobody else takes one of these or gives one back. */
    void takeTurn(CouponRule rule, Instant now) {
        db.sql(
                        """
                        insert into coupon_given (coupon_id, month, given) values (?, ?, 0)
                        on conflict do nothing
                        """)
                .params(rule.couponId(), month(now))
                .update();
        db.sql("select given from coupon_given where coupon_id = ? and month = ? for update")
                .params(rule.couponId(), month(now))
                .query(Integer.class)
                .single();
    }

    /** Takes one of the month for a person; it is the caller's turn, and there is one. */
    void take(CouponRule rule, String user, String taskKey, Instant now) {
        db.sql("update coupon_given set given = given + 1 where coupon_id = ? and month = ?")
                .params(rule.couponId(), month(now))
                .update();
        db.sql(
                        """
                        insert into coupon_claim
                            (user_id, coupon_id, month, task_key, claimed_at, valid_until)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        user,
                        rule.couponId(),
                        month(now),
                        taskKey,
                        now.atOffset(ZoneOffset.UTC),
                        World.today(now).plusDays(rule.days()))
                .update();
    }

    /** This month's claim. */
    Optional<Claim> find(String couponId, String user, Instant now) {
        return db.sql(
                        """
                        select coupon_id, claimed_at, valid_until, order_id from coupon_claim
                        where user_id = ? and coupon_id = ? and month = ?
                        """)
                .params(user, couponId, month(now))
                .query((row, i) -> claim(row))
                .optional();
    }

    void release(String couponId, String user, Instant now) {
        db.sql("delete from coupon_claim where user_id = ? and coupon_id = ? and month = ?")
                .params(user, couponId, month(now))
                .update();
        db.sql("update coupon_given set given = given - 1 where coupon_id = ? and month = ?")
                .params(couponId, month(now))
                .update();
    }

    /**
     * The month of the claim that an order can be paid with; nobody else spends it until the end of
     * the transaction. Empty when there is none that counts: it was used for another order, given
     * back, or has expired.
     */
    Optional<LocalDate> lock(String couponId, String user, String orderId, Instant now) {
        return db.sql(
                        """
                        select month from coupon_claim
                        where user_id = ? and coupon_id = ? and valid_until >= ?
                          and (order_id is null or order_id = ?)
                        order by month desc limit 1 for update
                        """)
                .params(user, couponId, World.today(now), orderId)
                .query(LocalDate.class)
                .optional();
    }

    void use(String couponId, LocalDate month, String user, String orderId) {
        db.sql(
                        """
                        update coupon_claim set order_id = ?
                        where user_id = ? and coupon_id = ? and month = ?
                        """)
                .params(orderId, user, couponId, month)
                .update();
    }

    /** The order it was used for is off. */
    void giveBack(String orderId) {
        db.sql("update coupon_claim set order_id = null where order_id = ?")
                .param(orderId)
                .update();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, LocalDate.class),
                row.getString(4));
    }
}
