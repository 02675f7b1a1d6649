package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.RedPacket;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.List;

/**
 * A red packet as the table has it; amounts in fen.
 *
 * @param state usable, reserved or used, whatever the time
 */
record StoredRedPacket(
        String id,
        String title,
        long amount,
        long minimumSpend,
        String payees,
        Instant expiresAt,
        String state) {

    boolean usable(Instant now) {
        return state.equals("usable") && now.isBefore(expiresAt);
    }

    /** Whether it may be used for this line. */
    boolean covers(PaymentLine line) {
        String payee = line.payee().id();
        return payees.endsWith("*")
                ? payee.startsWith(payees.substring(0, payees.length() - 1))
                : payee.equals(payees);
    }

    /** Whether enough is spent where it may be used. */
    boolean fits(List<PaymentLine> lines) {
        return minimumSpend
                <= lines.stream()
                        .filter(this::covers)
                        .mapToLong(line -> line.amount().amount())
                        .sum();
    }

    RedPacket shown(Instant now) {
        boolean over = state.equals("usable") && !now.isBefore(expiresAt);
        return new RedPacket(
                id,
                title,
                Money.cny(amount),
                Money.cny(minimumSpend),
                payees,
                World.at(expiresAt),
                over ? "expired" : state);
    }
}
