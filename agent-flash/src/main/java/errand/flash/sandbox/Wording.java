package errand.flash.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.BelowMinimum;
import errand.runtime.sandbox.Refusals;
import java.util.List;
import java.util.stream.Collectors;

/** How refusals that only delivery knows are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> placeUnknown(Task task, String place, Atlas atlas) {
        int cities = atlas.cities().size();
        return Outcome.refused(
                "PLACE_UNKNOWN",
                Refusals.in(
                        task,
                        "不知道“%s”在哪里。请说出城市，以及区、园区或地标，例如“杭州西溪园区”。可送%d个城市，如%s。"
                                .formatted(place, cities, atlas.offered(true)),
                        "I do not know where '%s' is. Name the city, and a district, campus or landmark, such as 'Xixi campus, Hangzhou'. Shops deliver in %d cities, among them %s."
                                .formatted(place, cities, atlas.offered(false))));
    }

    static <O> Outcome<O> outOfReach(Task task, Shop shop, Part part) {
        return Outcome.refused(
                "OUT_OF_REACH",
                Refusals.in(
                        task,
                        "%s只送%s，送不到%s，请换一家当地的店。"
                                .formatted(shop.name(), shop.part().city().zh(), part.city().zh()),
                        "%s delivers in %s only, not to %s; choose a shop there."
                                .formatted(
                                        shop.name(), shop.part().city().en(), part.city().en())));
    }

    static <O> Outcome<O> unknownShop(Task task, String shopId) {
        return Outcome.refused(
                "UNKNOWN_SHOP",
                Refusals.in(
                        task,
                        "没有编号为“%s”的店，请先用shop.search查找。".formatted(shopId),
                        "There is no shop '%s'. Take a shopId from shop.search."
                                .formatted(shopId)));
    }

    static <O> Outcome<O> unknownItem(Task task, String itemId, Shop shop) {
        return Outcome.refused(
                "UNKNOWN_ITEM",
                Refusals.in(
                        task,
                        "%s没有编号为“%s”的商品，请用shop.search给出的itemId；不同店要分别下单。"
                                .formatted(shop.name(), itemId),
                        "%s does not sell '%s'. Take an itemId of this shop from shop.search; other shops are ordered from separately."
                                .formatted(shop.name(), itemId)));
    }

    static <O> Outcome<O> noLines(Task task) {
        return Outcome.refused(
                "NO_LINES",
                Refusals.in(
                        task,
                        "没有要点的东西，请至少给出一个itemId和数量。",
                        "There is nothing to order; name at least one itemId and a quantity."));
    }

    static <O> Outcome<O> badQuantity(Task task, int quantity, int most) {
        return Outcome.refused(
                "BAD_QUANTITY",
                Refusals.in(
                        task,
                        "数量应在1到%d之间，收到的是%d。".formatted(most, quantity),
                        "A quantity is 1 to %d, not %d.".formatted(most, quantity)));
    }

    static <O> Outcome<O> shopClosed(Task task, Shop shop) {
        return Outcome.refused(
                "SHOP_CLOSED",
                Refusals.in(
                        task,
                        "%s现在休息（营业时间%s），请换一家或稍后再点。".formatted(shop.name(), shop.kind().hours()),
                        "%s is closed now (open %s); choose another shop or order later."
                                .formatted(shop.name(), shop.kind().hours())));
    }

    static <O> Outcome<O> delivered(Task task, String title) {
        return Outcome.refused(
                "TOO_LATE",
                Refusals.in(
                        task,
                        "%s应已送达，不能再取消。".formatted(title),
                        "%s should have arrived by now; it cannot be cancelled any more."
                                .formatted(title)));
    }

    static <O> Outcome<O> belowMinimum(Task task, Shop shop, BelowMinimum below) {
        String by = Refusals.yuan(below.belowMinimumBy());
        String minimum = Refusals.yuan(below.minimumOrder());
        return Outcome.refused(
                "BELOW_MINIMUM",
                Refusals.in(
                        task,
                        "%s起送价%s元，还差%s元。可以再加：%s；或增加数量、换一家。没有替您加任何东西。"
                                .formatted(shop.name(), minimum, by, proposals(task, below)),
                        "%s delivers from %s yuan of goods; %s yuan is missing. You could add %s, order more, or choose another shop. Nothing was added."
                                .formatted(shop.name(), minimum, by, proposals(task, below))),
                below);
    }

    private static String proposals(Task task, BelowMinimum below) {
        return below.couldAdd().stream()
                .map(
                        item ->
                                item.title()
                                        + " "
                                        + Refusals.yuan(item.price())
                                        + Refusals.in(task, "元", " yuan"))
                .collect(Collectors.joining(Refusals.in(task, "、", ", ")));
    }

    /** Why nothing was found, and what there is instead. */
    static String noShop(Task task, String item, Part part, List<Shop> closed) {
        String where = part.isCentre() ? part.city().zh() : part.name();
        if (closed.isEmpty()) {
            return Refusals.in(
                    task,
                    "%s附近没有店卖“%s”。可以换个说法，或试试：咖啡、奶茶、快餐、面馆、便利店、超市、药店、水果、鲜花。".formatted(where, item),
                    "No shop near %s sells '%s'. Say it in other words, or try coffee, milk tea, meals, noodles, convenience store, groceries, pharmacy, fruit, flowers."
                            .formatted(where, item));
        }
        Shop first = closed.getFirst();
        return Refusals.in(
                task,
                "%s附近卖“%s”的店现在休息或已售罄，例如%s营业时间%s。"
                        .formatted(where, item, first.name(), first.kind().hours()),
                "Shops near %s that sell '%s' are closed or sold out now; %s, for one, is open %s."
                        .formatted(where, item, first.name(), first.kind().hours()));
    }
}
