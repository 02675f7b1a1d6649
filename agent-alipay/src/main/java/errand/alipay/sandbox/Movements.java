package errand.alipay.sandbox;

import errand.alipay.wallet.Method;
import errand.alipay.wallet.MovementKind;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what people's statements show, with what the account holds after each. Changing what it
 * holds locks the account's row, so the numbers of one account's movements follow each other.
 */
final class Movements {

    private final JdbcClient db;
    private final Ledger ledger;

    Movements(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /**
     * What some movements come from.
     *
     * @param reference the capture, refund or transfer
     */
    record Cause(String user, @Nullable String planId, Instant at, String reference) {}

    /**
     * One movement; nothing is written for 0 fen.
     *
     * @param fen negative when it leaves
     */
    record Move(
            MovementKind kind,
            String title,
            Method method,
            long fen,
            String counterpartId,
            String counterpart,
            @Nullable String quoteId,
            @Nullable String orderId) {}

    void add(Cause cause, Move move) {
        if (move.fen() == 0) {
            return;
        }
        String account = Purses.account(cause.user(), move.method());
        long after = ledger.book(account, move.fen());
        db.sql(
                        """
                        insert into alipay.movement (user_id, account_id, kind, title, amount,
                            balance_after, counterpart_id, counterpart_name, reference, quote_id,
                            order_id, plan_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(cause.user())
                .param(account)
                .param(move.kind().name())
                .param(move.title())
                .param(move.fen())
                .param(after)
                .param(move.counterpartId())
                .param(move.counterpart())
                .param(cause.reference())
                .param(move.quoteId())
                .param(move.orderId())
                .param(cause.planId())
                .param(cause.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
