package errand.flash.sandbox;

import errand.agent.Money;
import errand.flash.delivery.ClaimWish;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All claims, and what they gave back of each order: the database lets no order give back more than
 * was paid, and none be late twice.
 */
final class Claims {

    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
    }

    /**
     * A claim that was granted.
     *
     * @param lateMinutes 0 when that is not what it is about
     */
    record Claim(
            String claimId,
            String orderId,
            ClaimWish.Reason reason,
            int lateMinutes,
            Money refund,
            Instant at) {}

    Optional<Claim> underKey(String taskKey) {
        return db.sql(
                        """
                        select claim_id, booking_id, reason, late_minutes, refund, claimed_at
                        from claim where task_key = ?
                        """)
                .param(taskKey)
                .query(
                        (row, i) ->
                                new Claim(
                                        row.getString("claim_id"),
                                        row.getString("booking_id"),
                                        ClaimWish.Reason.valueOf(row.getString("reason")),
                                        row.getInt("late_minutes"),
                                        Money.cny(row.getLong("refund")),
                                        row.getObject("claimed_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    /** What all claims of an order gave back. */
    Money refunded(String orderId) {
        return Money.cny(
                db.sql("select coalesce(sum(refunded), 0) from refunded where booking_id = ?")
                        .param(orderId)
                        .query(Long.class)
                        .single());
    }

    boolean isLateClaimed(String orderId) {
        return db.sql("select count(*) from claim where booking_id = ? and reason = 'LATE'")
                        .param(orderId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many of a line were claimed already. */
    int claimedOf(String orderId, String itemId) {
        return db.sql(
                        """
                        select coalesce(sum(l.quantity), 0)
                        from claim_line l join claim c using (claim_id)
                        where c.booking_id = ? and l.item_id = ?
                        """)
                .param(orderId)
                .param(itemId)
                .query(Integer.class)
                .single();
    }

    /**
     * Puts a claim on record.
     *
     * @param paid what the order cost: more than that is never given back
     */
    void add(Claim claim, String taskKey, String user, Money paid, Iterable<ClaimWish.Line> lines) {
        db.sql(
                        """
                        insert into claim
                            (claim_id, task_key, booking_id, user_id, reason, late_minutes, refund, claimed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(claim.claimId())
                .param(taskKey)
                .param(claim.orderId())
                .param(user)
                .param(claim.reason().name())
                .param(claim.lateMinutes())
                .param(claim.refund().amount())
                .param(claim.at().atOffset(ZoneOffset.UTC))
                .update();
        addLines(claim, lines);
        db.sql(
                        """
                        insert into refunded as r (booking_id, paid, refunded) values (?, ?, ?)
                        on conflict (booking_id) do update
                        set refunded = r.refunded + excluded.refunded
                        """)
                .param(claim.orderId())
                .param(paid.amount())
                .param(claim.refund().amount())
                .update();
    }

    private void addLines(Claim claim, Iterable<ClaimWish.Line> lines) {
        for (ClaimWish.Line line : lines) {
            db.sql("insert into claim_line (claim_id, item_id, quantity) values (?, ?, ?)")
                    .param(claim.claimId())
                    .param(line.itemId())
                    .param(line.quantity())
                    .update();
        }
    }
}
