package errand.alipay.sandbox;

import errand.alipay.wallet.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox gives everybody and allows everybody; amounts in fen.
 *
 * @param balance in a wallet (余额) that is used for the first time
 * @param yuebao in 余额宝
 * @param card on the bank card
 * @param credit limit of 花呗
 * @param transferPerDay most that one person sends in a day
 * @param transferFreePerDay how much of that costs no fee
 * @param quoteFor how long quotes of payments and transfers hold
 */
record Rules(
        long balance,
        long yuebao,
        long card,
        long credit,
        long transferPerDay,
        long transferFreePerDay,
        Duration quoteFor) {

    /** 60,000 yuan in the wallet, 20,000 in 余额宝, 50,000 on the card, 10,000 of credit. */
    static final Rules USUAL =
            new Rules(
                    6_000_000,
                    2_000_000,
                    5_000_000,
                    1_000_000,
                    5_000_000,
                    2_000_000,
                    Duration.ofMinutes(15));

    /** A thousandth of what is above the free amount, rounded up to a fen. */
    long fee(long sentBefore, long amount) {
        long free = Math.max(0, transferFreePerDay - sentBefore);
        return Math.ceilDiv(Math.max(0, amount - free), 1000);
    }

    Rules withBalance(long fen) {
        return new Rules(fen, yuebao, card, credit, transferPerDay, transferFreePerDay, quoteFor);
    }

    /** What everybody may do with a method, unless it is set otherwise for them. */
    static Limits limits(Method method) {
        return switch (method) {
            case BALANCE -> new Limits(true, null, null);
            case YUEBAO -> new Limits(true, 5_000_000L, 10_000_000L);
            case BANK_CARD -> new Limits(true, 2_000_000L, 5_000_000L);
            case HUABEI -> new Limits(true, 1_000_000L, null);
        };
    }

    /**
     * What may be done with a method; null where there is no limit.
     *
     * @param enabled whether it may be used at all
     */
    record Limits(boolean enabled, @Nullable Long perPayment, @Nullable Long perDay) {}
}
