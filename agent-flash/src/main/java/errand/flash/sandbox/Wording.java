package errand.flash.sandbox;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.minute;
import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.BelowMinimum;
import errand.flash.sandbox.Extras.Group;
import errand.flash.sandbox.Shop.Item;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How refusals that only delivery knows are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> placeUnknown(Task task, String place, Atlas atlas) {
        int cities = atlas.cities().size();
        return refused(
                task,
                "PLACE_UNKNOWN",
                "不知道“%s”在哪里。请说出城市，以及区、园区或地标，例如“杭州西溪园区”。可送%d个城市，如%s。"
                        .formatted(place, cities, atlas.offered(true)),
                "I do not know where '%s' is. Name the city, and a district, campus or landmark, such as 'Xixi campus, Hangzhou'. Shops deliver in %d cities, among them %s."
                        .formatted(place, cities, atlas.offered(false)));
    }

    static <O> Outcome<O> outOfReach(Task task, Shop shop, Part part) {
        return refused(
                task,
                "OUT_OF_REACH",
                "%s只送%s，送不到%s，请换一家当地的店。"
                        .formatted(shop.name(), shop.part().city().zh(), part.city().zh()),
                "%s delivers in %s only, not to %s; choose a shop there."
                        .formatted(shop.name(), shop.part().city().en(), part.city().en()));
    }

    static <O> Outcome<O> unknownShop(Task task, String shopId) {
        return refused(
                task,
                "UNKNOWN_SHOP",
                "没有编号为“%s”的店，请先用shop.search查找。".formatted(shopId),
                "There is no shop '%s'. Take a shopId from shop.search.".formatted(shopId));
    }

    static <O> Outcome<O> unknownItem(Task task, String itemId, Shop shop) {
        return refused(
                task,
                "UNKNOWN_ITEM",
                "%s没有编号为“%s”的商品，请用shop.search给出的itemId；不同店要分别下单。".formatted(shop.name(), itemId),
                "%s does not sell '%s'. Take an itemId of this shop from shop.search; other shops are ordered from separately."
                        .formatted(shop.name(), itemId));
    }

    static <O> Outcome<O> noLines(Task task) {
        return refused(
                task,
                "NO_LINES",
                "没有要点的东西，请至少给出一个itemId和数量。",
                "There is nothing to order; name at least one itemId and a quantity.");
    }

    static <O> Outcome<O> shopClosed(Task task, Shop shop) {
        return refused(
                task,
                "SHOP_CLOSED",
                "%s现在休息（营业时间%s），请换一家或稍后再点。".formatted(shop.name(), shop.kind().hours()),
                "%s is closed now (open %s); choose another shop or order later."
                        .formatted(shop.name(), shop.kind().hours()));
    }

    static <O> Outcome<O> closedThen(Task task, Shop shop, Instant wanted) {
        return refused(
                task,
                "SHOP_CLOSED",
                "%s在%s送不了（营业时间%s），请换个时间或换一家。"
                        .formatted(shop.name(), minute(wanted), shop.kind().hours()),
                "%s cannot deliver at %s (open %s); choose another time or another shop."
                        .formatted(shop.name(), minute(wanted), shop.kind().hours()));
    }

    static <O> Outcome<O> tooSoon(Task task, Shop shop, Instant earliest) {
        return refused(
                task,
                "TOO_SOON",
                "%s最早%s送到，请选这之后的时间，或不指定时间。".formatted(shop.name(), minute(earliest)),
                "%s can be there at %s at the earliest; choose a later time, or none."
                        .formatted(shop.name(), minute(earliest)));
    }

    static <O> Outcome<O> tooFarAhead(Task task, int days) {
        return refused(
                task,
                "TOO_FAR_AHEAD",
                "最多提前%d天预约送达，请选近一点的时间，或到时候再下单。".formatted(days),
                "A delivery can be arranged %d days ahead at most; choose an earlier time, or order then."
                        .formatted(days));
    }

    static <O> Outcome<O> unknownOption(
            Task task, Item item, List<String> said, List<Group> groups) {
        String possible = options(task, groups);
        return refused(
                task,
                "UNKNOWN_OPTION",
                "%s不能选“%s”。%s"
                        .formatted(
                                item.title(),
                                String.join("、", said),
                                groups.isEmpty() ? "这件商品没有可选项。" : "可选：" + possible + "。"),
                "'%s' cannot be chosen with %s. %s"
                        .formatted(
                                String.join(", ", said),
                                item.title(),
                                groups.isEmpty()
                                        ? "There is nothing to choose with it."
                                        : "Possible: " + possible + "."));
    }

    private static String options(Task task, List<Group> groups) {
        return groups.stream()
                .map(
                        group ->
                                in(task, group.zh(), group.en())
                                        + in(task, "（", " (")
                                        + group.choices().stream()
                                                .map(choice -> in(task, choice.zh(), choice.en()))
                                                .collect(Collectors.joining("/"))
                                        + in(
                                                task,
                                                group.most() > 1
                                                        ? "，最多%d个）".formatted(group.most())
                                                        : "，选一）",
                                                group.most() > 1
                                                        ? ", %d at most)".formatted(group.most())
                                                        : ", one)"))
                .collect(Collectors.joining(in(task, "、", ", ")));
    }

    static <O> Outcome<O> noSuchPage(Task task, int page, int pages) {
        return refused(
                task,
                "NO_SUCH_PAGE",
                "菜单共%d页，没有第%d页。".formatted(pages, page),
                "The menu has %d pages; there is no page %d.".formatted(pages, page));
    }

    static <O> Outcome<O> tooManyItems(Task task, int items, int most) {
        return refused(
                task,
                "TOO_MANY_ITEMS",
                "一次最多配%d样，收到%d样，请分几次。".formatted(most, items),
                "At most %d things are put together at once, not %d; split the list."
                        .formatted(most, items));
    }

    static <O> Outcome<O> itemUnknown(Task task, String itemId) {
        return refused(
                task,
                "UNKNOWN_ITEM",
                "没有编号为“%s”的商品，请用shop.search或shop.menu给出的itemId。".formatted(itemId),
                "There is no item '%s'. Take an itemId from shop.search or shop.menu."
                        .formatted(itemId));
    }

    static <O> Outcome<O> delivered(Task task, String title) {
        return refused(
                task,
                "TOO_LATE",
                "%s应已送达，不能再取消。".formatted(title),
                "%s should have arrived by now; it cannot be cancelled any more.".formatted(title));
    }

    static <O> Outcome<O> belowMinimum(Task task, Shop shop, BelowMinimum below) {
        String by = yuan(below.belowMinimumBy());
        String minimum = yuan(below.minimumOrder());
        return refused(
                task,
                "BELOW_MINIMUM",
                "%s起送价%s元，还差%s元。可以再加：%s；或增加数量、换一家。没有替您加任何东西。"
                        .formatted(shop.name(), minimum, by, proposals(task, below)),
                "%s delivers from %s yuan of goods; %s yuan is missing. You could add %s, order more, or choose another shop. Nothing was added."
                        .formatted(shop.name(), minimum, by, proposals(task, below)),
                below);
    }

    private static String proposals(Task task, BelowMinimum below) {
        return below.couldAdd().stream()
                .map(item -> item.title() + " " + yuan(item.price()) + in(task, "元", " yuan"))
                .collect(Collectors.joining(in(task, "、", ", ")));
    }

    /** Why nothing was found though shops sell it: they are too dear or not good enough. */
    static String nothingWithin(Task task, String item, int shops) {
        return in(
                task,
                "有%d家店卖“%s”，但都不符合运费或评分要求。可以放宽要求再找。".formatted(shops, item),
                "%d shops sell '%s', but none within the fee or rating you asked for. Allow more and search again."
                        .formatted(shops, item));
    }

    /** Why nothing was found, and what there is instead. */
    static String noShop(Task task, String item, Part part, List<Shop> closed) {
        String where = part.isCentre() ? part.city().zh() : part.name();
        if (closed.isEmpty()) {
            return in(
                    task,
                    "%s附近没有店卖“%s”。可以换个说法，或试试：咖啡、奶茶、快餐、面馆、便利店、超市、药店、水果、鲜花。".formatted(where, item),
                    "No shop near %s sells '%s'. Say it in other words, or try coffee, milk tea, meals, noodles, convenience store, groceries, pharmacy, fruit, flowers."
                            .formatted(where, item));
        }
        Shop first = closed.getFirst();
        return in(
                task,
                "%s附近卖“%s”的店现在休息或已售罄，例如%s营业时间%s。"
                        .formatted(where, item, first.name(), first.kind().hours()),
                "Shops near %s that sell '%s' are closed or sold out now; %s, for one, is open %s."
                        .formatted(where, item, first.name(), first.kind().hours()));
    }
}
