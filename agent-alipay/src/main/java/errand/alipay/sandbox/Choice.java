package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** With what some lines are paid. */
record Choice(Method method, @Nullable StoredRedPacket packet, List<PaymentLine> lines) {

    /** Each line, and how much of it the person pays. */
    List<Share> shares() {
        StoredRedPacket used = packet;
        return used == null ? Sharing.alone(lines) : Sharing.of(lines, used.amount(), used::covers);
    }

    Money discount() {
        StoredRedPacket used = packet;
        return Money.cny(used == null ? 0 : used.amount());
    }

    Money total() {
        return Lines.sum(lines);
    }

    Money charged() {
        return total().minus(discount());
    }

    @Nullable String packetId() {
        StoredRedPacket used = packet;
        return used == null ? null : used.id();
    }
}
