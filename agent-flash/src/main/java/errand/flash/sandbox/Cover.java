package errand.flash.sandbox;

import errand.agent.Money;
import errand.flash.delivery.Bundle;
import errand.flash.delivery.Bundle.Basket;
import errand.flash.delivery.BundleWish.Wanted;
import errand.flash.delivery.OrderLine;
import errand.flash.sandbox.Shop.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fewest shops that have all that can be had, and of those the cheapest, what is missing to a
 * minimum order counted. Up to three shops every combination is tried; beyond that the shop that
 * adds most comes next.
 */
final class Cover {

    private static final int MOST_TRIED = 40;

    private Cover() {}

    /**
     * So much of an item for one of the wanted things.
     *
     * @param counted whether pieces were asked for: they add up; else a pack may be for several
     */
    record Piece(Item item, int packs, long unitFen, boolean counted) {

        long fen() {
            return unitFen * packs;
        }
    }

    /** What a shop has of it. */
    static final class Offer {

        private final Shop shop;
        private final Map<Integer, Piece> pieces = new HashMap<>();

        Offer(Shop shop) {
            this.shop = shop;
        }

        void put(int wanted, Piece piece) {
            pieces.put(wanted, piece);
        }

        boolean has(int wanted) {
            return pieces.containsKey(wanted);
        }

        private long fen(int wanted) {
            Piece piece = pieces.get(wanted);
            return piece == null ? Long.MAX_VALUE : piece.fen();
        }

        /** One line for an item, whatever it is wanted for. */
        private Map<Item, Integer> packs(List<Integer> wanted) {
            Map<Item, Integer> packs = new LinkedHashMap<>();
            for (int one : wanted) {
                Piece piece = pieces.get(one);
                if (piece != null) {
                    packs.merge(
                            piece.item(),
                            piece.packs(),
                            piece.counted() ? Integer::sum : Integer::max);
                }
            }
            return packs;
        }

        private long goodsFen(List<Integer> wanted) {
            Map<Item, Long> units = units();
            return packs(wanted).entrySet().stream()
                    .mapToLong(line -> line.getValue() * units.getOrDefault(line.getKey(), 0L))
                    .sum();
        }

        private Map<Item, Long> units() {
            Map<Item, Long> units = new HashMap<>();
            pieces.values().forEach(piece -> units.put(piece.item(), piece.unitFen()));
            return units;
        }

        /** What it costs in the end: who is below the minimum has to add something. */
        private long costs(List<Integer> wanted) {
            long goods = Math.max(goodsFen(wanted), shop.kind().minimumFen());
            return goods + shop.fees().amount();
        }

        Basket basket(List<Integer> mine, List<Wanted> wanted) {
            Map<Item, Long> units = units();
            List<Bundle.Piece> shown = new ArrayList<>();
            packs(mine)
                    .forEach(
                            (item, packs) -> {
                                Money unit = Money.cny(units.getOrDefault(item, item.fen()));
                                shown.add(
                                        new Bundle.Piece(
                                                item.itemId(),
                                                item.title(),
                                                packs,
                                                unit,
                                                unit.times(packs),
                                                wantedFor(item, mine, wanted)));
                            });
            Money goods = Money.cny(goodsFen(mine));
            Money lacking = shop.minimumOrder().minus(goods);
            return new Basket(
                    shop.shopId(),
                    shop.name(),
                    shown.stream()
                            .map(piece -> new OrderLine(piece.itemId(), piece.quantity()))
                            .toList(),
                    shown,
                    goods,
                    shop.packingFee(),
                    shop.deliveryFee(),
                    goods.plus(shop.fees()),
                    shop.minimumOrder(),
                    lacking.amount() > 0 ? lacking : null,
                    shop.etaMinutes(),
                    shop.kind().image());
        }

        private List<String> wantedFor(Item item, List<Integer> mine, List<Wanted> wanted) {
            return mine.stream()
                    .filter(
                            one -> {
                                Piece piece = pieces.get(one);
                                return piece != null && piece.item().equals(item);
                            })
                    .map(one -> wanted.get(one).item())
                    .toList();
        }
    }

    /** Which shops to order from; none when nothing can be had. */
    static List<Offer> fewest(List<Offer> offers, int wanted) {
        Set<Integer> possible = new HashSet<>();
        offers.forEach(offer -> possible.addAll(offer.pieces.keySet()));
        if (possible.isEmpty()) {
            return List.of();
        }
        List<Offer> tried =
                offers.stream()
                        .sorted(Comparator.comparingInt(offer -> -offer.pieces.size()))
                        .limit(MOST_TRIED)
                        .toList();
        for (int shops = 1; shops <= 3; shops++) {
            List<Offer> best = best(tried, List.of(), 0, shops, possible, wanted);
            if (!best.isEmpty()) {
                return best;
            }
        }
        return greedy(offers, possible);
    }

    /** The cheapest of so many shops more that together have all; none when there are no such. */
    private static List<Offer> best(
            List<Offer> offers,
            List<Offer> before,
            int from,
            int more,
            Set<Integer> possible,
            int wanted) {
        if (more == 0) {
            return haveAll(before, possible) ? before : List.of();
        }
        List<Offer> best = List.of();
        for (int i = from; i < offers.size(); i++) {
            List<Offer> with = new ArrayList<>(before);
            with.add(offers.get(i));
            List<Offer> found = best(offers, with, i + 1, more - 1, possible, wanted);
            if (!found.isEmpty()
                    && (best.isEmpty() || costs(found, wanted) < costs(best, wanted))) {
                best = found;
            }
        }
        return best;
    }

    private static boolean haveAll(List<Offer> offers, Set<Integer> possible) {
        return possible.stream().allMatch(one -> offers.stream().anyMatch(offer -> offer.has(one)));
    }

    private static List<Offer> greedy(List<Offer> offers, Set<Integer> possible) {
        Set<Integer> open = new HashSet<>(possible);
        List<Offer> chosen = new ArrayList<>();
        while (!open.isEmpty()) {
            Offer next =
                    offers.stream()
                            .max(
                                    Comparator.comparingLong(
                                            offer -> open.stream().filter(offer::has).count()))
                            .orElseThrow();
            chosen.add(next);
            open.removeAll(next.pieces.keySet());
        }
        return chosen;
    }

    private static long costs(List<Offer> offers, int wanted) {
        return shares(offers, wanted).entrySet().stream()
                .mapToLong(share -> share.getKey().costs(share.getValue()))
                .sum();
    }

    /** Which of the wanted things comes from which of the chosen shops: from the cheapest. */
    static Map<Offer, List<Integer>> shares(List<Offer> chosen, int wanted) {
        Map<Offer, List<Integer>> shares = new LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            int one = i;
            chosen.stream()
                    .filter(offer -> offer.has(one))
                    .min(Comparator.comparingLong(offer -> offer.fen(one)))
                    .ifPresent(
                            offer ->
                                    shares.computeIfAbsent(offer, o -> new ArrayList<>()).add(one));
        }
        return shares;
    }
}
