package errand.taobao.sandbox;

import errand.runtime.sandbox.Said.Term;
import java.time.LocalDate;
import java.util.List;

/**
 * Something on sale at one seller.
 *
 * @param line which row of the catalogue it comes from
 * @param model what stays the same in all its variants
 * @param terms what tells it from others of its line: brand, model, variant
 * @param fen list price of one piece
 * @param shipDays days until it arrives
 */
record Good(
        String skuId,
        int line,
        String title,
        String model,
        List<Term> terms,
        Seller seller,
        long fen,
        int shipDays) {

    Good {
        terms = List.copyOf(terms);
    }

    LocalDate arrives(LocalDate ordered) {
        return ordered.plusDays(shipDays);
    }
}
