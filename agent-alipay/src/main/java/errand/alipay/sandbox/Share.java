package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.PaymentLine;
import java.math.BigInteger;

/**
 * One line of a payment and who pays it; amounts in fen.
 *
 * @param charged the person's own share of the line's amount; the rest is a red packet's
 * @param refunded how much of the amount was given back
 * @param refundedCharged how much of that went to the person
 */
record Share(PaymentLine line, long charged, long refunded, long refundedCharged) {

    Share(PaymentLine line, long charged) {
        this(line, charged, 0, 0);
    }

    long amount() {
        return line.amount().amount();
    }

    /** What can still be given back. */
    long left() {
        return amount() - refunded;
    }

    /** The same line, with what can still be given back. */
    PaymentLine leftLine() {
        return new PaymentLine(line.quoteId(), line.payee(), Money.cny(left()));
    }

    /**
     * How much of it goes to the person when so much is given back now: in the proportion of the
     * payment, so that all of it together gives back exactly what was charged.
     */
    long chargedOf(long givenBack) {
        return proportion(charged, refunded + givenBack, amount()) - refundedCharged;
    }

    /** {@code whole × part / of}, rounded down, for amounts of any size. */
    static long proportion(long whole, long part, long of) {
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }
}
