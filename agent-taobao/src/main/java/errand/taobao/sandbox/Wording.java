package errand.taobao.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import java.util.List;

/** How refusals that only a marketplace knows are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> noLines(Task task) {
        return Outcome.refused(
                "NO_LINES",
                Refusals.in(
                        task,
                        "没有要报价的商品，请至少给出一个skuId和数量。",
                        "There is nothing to quote; name at least one skuId and a quantity."));
    }

    static <O> Outcome<O> unknownSku(Task task, String skuId) {
        return Outcome.refused(
                "UNKNOWN_SKU",
                Refusals.in(
                        task,
                        "没有编号为“%s”的商品，请先用goods.search查找。".formatted(skuId),
                        "There is no item '%s'. Take a skuId from goods.search.".formatted(skuId)));
    }

    static <O> Outcome<O> badQuantity(Task task, int quantity, int most) {
        return Outcome.refused(
                "BAD_QUANTITY",
                Refusals.in(
                        task,
                        "数量应在1到%d之间，收到的是%d。".formatted(most, quantity),
                        "A quantity is 1 to %d, not %d.".formatted(most, quantity)));
    }

    static <O> Outcome<O> mixedSellers(Task task, List<String> sellers) {
        return Outcome.refused(
                "MIXED_SELLERS",
                Refusals.in(
                        task,
                        "这些商品来自不同店铺（%s），无法合并收款，请按店铺分别报价。".formatted(String.join("、", sellers)),
                        "These goods are of several sellers (%s), who are paid separately; quote per seller."
                                .formatted(String.join(", ", sellers))));
    }
}
