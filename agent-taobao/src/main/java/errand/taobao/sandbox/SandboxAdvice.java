package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.World;
import errand.taobao.market.Advice;
import errand.taobao.market.CompareGoods;
import errand.taobao.market.GoodsComparison;
import errand.taobao.market.GoodsComparison.Compared;
import errand.taobao.market.RecommendGoods;
import errand.taobao.market.Recommendations;
import errand.taobao.sandbox.Pricing.Priced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Compares over sellers, and recommends. */
final class SandboxAdvice implements Advice {

    private static final int MOST_PIECES = 999;

    private final Catalogue catalogue;
    private final Pricing pricing;
    private final Recommending recommending;

    SandboxAdvice(Catalogue catalogue, Pricing pricing, Recommending recommending) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.recommending = recommending;
    }

    @Override
    public Outcome<GoodsComparison> compare(CompareGoods wish, Task task) {
        Good good = catalogue.good(wish.skuId()).orElse(null);
        if (good == null) {
            return Wording.unknownSku(task, wish.skuId());
        }
        int quantity = Objects.requireNonNullElse(wish.quantity(), good.minimum());
        if (quantity < 1 || quantity > MOST_PIECES) {
            return Refusals.badQuantity(task, quantity, MOST_PIECES);
        }
        if (quantity < good.minimum()) {
            return Wording.belowMinimum(task, good, quantity);
        }
        return Outcome.done(compare(good, quantity, task));
    }

    private GoodsComparison compare(Good good, int quantity, Task task) {
        Finder finder = good.wholesale() ? catalogue.factories() : catalogue.shops();
        List<Good> same = finder.sellersOf(good.product());
        Shelf shelf = pricing.look(same, task);
        Perks perks = pricing.perks(task);
        LocalDate today = World.today(task.now());
        List<Priced> ranked =
                same.stream()
                        .map(each -> pricing.price(each, quantity, perks, shelf, today))
                        .sorted(
                                Comparator.comparing((Priced it) -> it.left() < quantity)
                                        .thenComparing(it -> it.payable().amount()))
                        .toList();
        List<Compared> compared = new ArrayList<>();
        for (Priced each : ranked) {
            compared.add(compared(each, compared.size() + 1, ranked, quantity, shelf, task));
        }
        return new GoodsComparison(
                good.title(), quantity, compared, summary(ranked, quantity, task));
    }

    private static Compared compared(
            Priced priced, int rank, List<Priced> ranked, int quantity, Shelf shelf, Task task) {
        Money deposit = priced.bill().deposit().orElse(null);
        Money price = priced.price(shelf);
        return new Compared(
                rank,
                priced.good().skuId(),
                priced.good().seller().name(),
                deposit == null ? price : deposit,
                price,
                priced.payable(),
                priced.bill().lines(),
                priced.bill().reasons(task),
                deposit,
                priced.left(),
                priced.basket().arrives(),
                priced.good().image(),
                why(priced, ranked, quantity, task));
    }

    private static String why(Priced priced, List<Priced> ranked, int quantity, Task task) {
        if (priced.left() < quantity) {
            return Refusals.in(
                    task,
                    "库存只剩%d，不够%d件".formatted(priced.left(), quantity),
                    "only %d left of %d".formatted(priced.left(), quantity));
        }
        Money more = priced.payable().minus(ranked.getFirst().payable());
        String reasons = String.join(Refusals.in(task, "、", ", "), priced.bill().reasons(task));
        return more.amount() == 0
                ? Refusals.in(task, "到手价最低：", "lowest in the end: ") + reasons
                : Refusals.in(
                                task,
                                "比最低贵%s元：".formatted(Refusals.yuan(more)),
                                "%s yuan more than the lowest: ".formatted(Refusals.yuan(more)))
                        + reasons;
    }

    private static String summary(List<Priced> ranked, int quantity, Task task) {
        List<Priced> enough = ranked.stream().filter(it -> it.left() >= quantity).toList();
        if (enough.isEmpty()) {
            return Refusals.in(
                    task,
                    "%d家在卖，都缺货。".formatted(ranked.size()),
                    "%d sellers, none has enough.".formatted(ranked.size()));
        }
        Priced first = enough.getFirst();
        Money spread = enough.getLast().payable().minus(first.payable());
        return Refusals.in(
                task,
                "%d家有货，%s到手价最低，%s元，比最贵的省%s元。"
                        .formatted(
                                enough.size(),
                                first.good().seller().name(),
                                Refusals.yuan(first.payable()),
                                Refusals.yuan(spread)),
                "%d sellers have it; %s is lowest in the end at %s yuan, %s less than the dearest."
                        .formatted(
                                enough.size(),
                                first.good().seller().name(),
                                Refusals.yuan(first.payable()),
                                Refusals.yuan(spread)));
    }

    @Override
    public Outcome<Recommendations> recommend(RecommendGoods wish, Task task) {
        return Outcome.done(recommending.of(wish, task));
    }
}
