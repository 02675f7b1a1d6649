package errand.alipay.sandbox;

import errand.alipay.wallet.PaymentLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Spreads what a red packet takes off over the lines it may be used for, in their proportion. */
final class Sharing {

    private Sharing() {}

    /** Nobody but the person pays. */
    static List<Share> alone(List<PaymentLine> lines) {
        return of(lines, 0, line -> true);
    }

    /**
     * In the order of quote ids; discounts add up to exactly what the red packet gives.
     *
     * @param discount fen, at most what the eligible lines cost
     * @param eligible the lines the red packet may be used for
     */
    static List<Share> of(List<PaymentLine> lines, long discount, Predicate<PaymentLine> eligible) {
        long sum = lines.stream().filter(eligible).mapToLong(line -> line.amount().amount()).sum();
        List<Share> shares = new ArrayList<>();
        long before = 0;
        long given = 0;
        for (PaymentLine line : inOrder(lines)) {
            long off = 0;
            if (discount > 0 && eligible.test(line)) {
                before += line.amount().amount();
                off = Share.proportion(discount, before, sum) - given;
                given += off;
            }
            shares.add(new Share(line, line.amount().amount() - off));
        }
        return shares;
    }

    private static List<PaymentLine> inOrder(List<PaymentLine> lines) {
        return lines.stream().sorted(Comparator.comparing(PaymentLine::quoteId)).toList();
    }
}
