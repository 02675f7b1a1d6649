package errand.taobao.sandbox;

import errand.taobao.market.PriceTier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on sale at one seller.
 *
 * @param fen list price of one piece; of wholesale that at its minimum
 * @param shipDays days until it arrives
 * @param stock pieces a day, where that is not left to chance
 * @param depositFen what a presale takes first (定金); the price is fen
 * @param tiers prices by quantity, ascending; empty where it is not wholesale
 */
record Good(
        String skuId,
        Product product,
        Seller seller,
        long fen,
        int shipDays,
        @Nullable Integer stock,
        @Nullable Long depositFen,
        List<PriceTier> tiers) {

    Good {
        tiers = List.copyOf(tiers);
    }

    String title() {
        return product.title();
    }

    /** Refers to a picture without saying where pictures are. */
    String image() {
        return "goods/" + skuId;
    }

    boolean wholesale() {
        return !tiers.isEmpty();
    }

    /** Fewest pieces one can order. */
    int minimum() {
        return wholesale() ? tiers.getFirst().from() : 1;
    }

    /** Price of one piece when so many are taken; below the minimum that of the minimum. */
    long fenFor(int quantity) {
        return tiers.stream()
                .filter(tier -> tier.from() <= quantity)
                .reduce((smaller, larger) -> larger)
                .map(tier -> tier.unit().amount())
                .orElse(fen);
    }

    LocalDate arrives(LocalDate ordered) {
        return ordered.plusDays(shipDays);
    }
}
