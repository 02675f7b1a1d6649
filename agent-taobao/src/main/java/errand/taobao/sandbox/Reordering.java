package errand.taobao.sandbox;

import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Refusals;
import errand.taobao.market.GoodsLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what was bought or quoted before, and what it costs now. */
final class Reordering {

    private final Catalogue catalogue;
    private final SandboxCart cart;

    Reordering(Catalogue catalogue, SandboxCart cart) {
        this.catalogue = catalogue;
        this.cart = cart;
    }

    /** Whether one of its goods is what the words are about. */
    boolean isAbout(Order order, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return true;
        }
        Set<Product> about = new HashSet<>();
        catalogue.about(text).forEach(good -> about.add(good.product()));
        catalogue.factories().about(text).forEach(good -> about.add(good.product()));
        return order.basket().goods().stream()
                .anyMatch(
                        good ->
                                about.contains(good.product())
                                        || good.title().contains(text.strip()));
    }

    /** The refusal of a quote whose coupon is gone, with a new quote. */
    <O> Outcome<O> atTodaysPrice(Quote before, Task task) {
        List<GoodsLine> lines = new ArrayList<>();
        if (before.details().get("skuIds") instanceof List<?> ids) {
            for (int i = 0; i < ids.size(); i++) {
                lines.add(
                        new GoodsLine(
                                String.valueOf(ids.get(i)), before.lines().get(i).quantity()));
            }
        }
        Object to = before.details().get("deliverTo");
        Outcome<Quoted> now = cart.quoted(lines, to == null ? null : to.toString(), task);
        return now.then(quoted -> Refusals.priceChanged(task, before, quoted.quote()));
    }
}
