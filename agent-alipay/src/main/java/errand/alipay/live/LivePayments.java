package errand.alipay.live;

import errand.agent.Money;
import errand.alipay.live.LivePayment.State;
import errand.alipay.rules.RefundParts.Part;
import errand.alipay.wallet.PaymentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the agent itself keeps of payments at Alipay: for whom, for which quotes, what was told. */
final class LivePayments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    LivePayments(JdbcClient db) {
        this.db = db;
    }

    /** One that is there stays as it is. */
    void add(LivePayment payment, String planId, Instant at) {
        db.sql(
                        """
                        insert into alipay.live_payment (out_trade_no, user_id, plan_id, total,
                            lines, state, pay_by, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(payment.outTradeNo())
                .param(payment.user())
                .param(planId)
                .param(payment.total().amount())
                .param(JSON.writeValueAsString(payment.lines()))
                .param(payment.state().name())
                .param(payment.payBy().atOffset(ZoneOffset.UTC))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only the person's own. */
    Optional<LivePayment> find(String outTradeNo, String user) {
        return one("where out_trade_no = ? and user_id = ?", outTradeNo, user);
    }

    /** Locked until the end of the transaction; only the person's own. */
    Optional<LivePayment> lock(String outTradeNo, String user) {
        return one("where out_trade_no = ? and user_id = ? for update", outTradeNo, user);
    }

    /** Locked, whoever's it is: for what Alipay tells. */
    Optional<LivePayment> lock(String outTradeNo) {
        return one("where out_trade_no = ? for update", outTradeNo);
    }

    void set(String outTradeNo, State state, @Nullable Instant paidAt, @Nullable String tradeNo) {
        db.sql(
                        """
                        update alipay.live_payment set state = :state,
                            paid_at = coalesce(paid_at, cast(:paid as timestamptz)),
                            trade_no = coalesce(cast(:trade as text), trade_no)
                        where out_trade_no = :id
                        """)
                .param("state", state.name())
                .param("paid", paidAt == null ? null : paidAt.atOffset(ZoneOffset.UTC))
                .param("trade", tradeNo)
                .param("id", outTradeNo)
                .update();
    }

    /** Notes a refund that Alipay has made; one that is noted stays as it is. */
    void addRefund(String outRequestNo, String outTradeNo, List<Part> parts, Instant at) {
        for (Part part : parts) {
            db.sql(
                            """
                            insert into alipay.live_refund
                                (out_request_no, out_trade_no, quote_id, amount, at)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .param(outRequestNo)
                    .param(outTradeNo)
                    .param(part.quoteId())
                    .param(part.amount().amount())
                    .param(at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The quotes of a payment, each with what can still be given back. */
    List<PaymentLine> left(LivePayment payment) {
        return payment.lines().stream()
                .map(
                        line ->
                                new PaymentLine(
                                        line.quoteId(),
                                        line.payee(),
                                        line.amount()
                                                .minus(
                                                        refunded(
                                                                payment.outTradeNo(),
                                                                line.quoteId()))))
                .toList();
    }

    private Money refunded(String outTradeNo, String quoteId) {
        return Money.cny(
                db.sql(
                                """
                                select coalesce(sum(amount), 0) from alipay.live_refund
                                where out_trade_no = ? and quote_id = ?
                                """)
                        .params(outTradeNo, quoteId)
                        .query(Long.class)
                        .single());
    }

    /** The refund made under a number. */
    Optional<Refund> refund(String outRequestNo) {
        return oneRefund("where out_request_no = ?", outRequestNo);
    }

    /** The refund that was made last. */
    Optional<Refund> last(String outTradeNo) {
        return oneRefund("where out_trade_no = ?", outTradeNo);
    }

    private Optional<Refund> oneRefund(String where, String param) {
        return db.sql(
                        "select out_request_no, sum(amount), max(at) from alipay.live_refund "
                                + where
                                + " group by out_request_no order by 3 desc, 1 limit 1")
                .param(param)
                .query(
                        (row, i) ->
                                new Refund(
                                        row.getString(1),
                                        Money.cny(row.getLong(2)),
                                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** One refund, over all its quotes. */
    record Refund(String outRequestNo, Money amount, Instant at) {}

    /** False when it was told before. */
    boolean note(String notifyId, String outTradeNo, String status, Instant at) {
        return db.sql(
                                """
                                insert into alipay.live_notice (notify_id, out_trade_no, status, at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(notifyId)
                        .param(outTradeNo)
                        .param(status)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Optional<LivePayment> one(String where, Object... params) {
        String select =
                "select out_trade_no, user_id, lines, state, pay_by, paid_at, trade_no"
                        + " from alipay.live_payment ";
        return db.sql(select + where).params(params).query((row, i) -> payment(row)).optional();
    }

    private static LivePayment payment(ResultSet row) throws SQLException {
        OffsetDateTime paid = row.getObject(6, OffsetDateTime.class);
        return new LivePayment(
                row.getString(1),
                row.getString(2),
                List.of(JSON.readValue(row.getString(3), PaymentLine[].class)),
                State.valueOf(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                paid == null ? null : paid.toInstant(),
                row.getString(7));
    }
}
