package errand.bench.burst;

import org.jspecify.annotations.Nullable;

/**
 * What people hand in: some order milk tea and pay for it, the others only let an agent nap. Both
 * begin with the nap, of which the agent does so many a second and no more.
 *
 * @param people how many
 * @param orders how many of them order
 * @param napMillis how long the agent takes for each
 * @param shop where they order; null when nobody does
 */
record Wishes(int people, int orders, int napMillis, @Nullable Shop shop) {

    Wishes {
        if (orders > people) {
            throw new IllegalArgumentException(
                    "%d people cannot make %d orders: at most one each (--set orders)"
                            .formatted(people, orders));
        }
        if (orders > 0 && shop == null) {
            throw new IllegalArgumentException("Whoever orders needs a shop");
        }
    }

    /** Whether one of them orders; those who do are spread evenly. */
    boolean isOrder(int person) {
        return (long) (person + 1) * orders / people > (long) person * orders / people;
    }

    /** The plan of one of them, as {@code POST /api/plans} takes it. */
    String plan(int person) {
        String steps = nap() + (shop != null && isOrder(person) ? order(shop) : "");
        return "{\"goal\": \"bench: %s\", \"user\": \"burst-%d\", \"steps\": [%s]}"
                .formatted(isOrder(person) ? "milk tea" : "a nap", person, steps);
    }

    private String nap() {
        return "{\"id\": \"nap\", \"capability\": \"bench.sleep.read\", \"input\": {\"ms\": %d}}"
                .formatted(napMillis);
    }

    private static String order(Shop shop) {
        return """
        ,{"id": "quote", "capability": "flash.order.quote", "needs": ["nap"], "input":
           {"shopId": "%s", "lines": [{"itemId": "%s", "quantity": %d}], "deliverTo": "%s", "deliverAt": "%s"}},
         {"id": "ok", "capability": "person.consent.ask", "input": {"quotes": ["${$out.quote.quote}"]}},
         {"id": "hold", "capability": "flash.order.reserve", "needs": ["ok"], "input":
           {"quoteId": "${$out.quote.quote.quoteId}"}},
         {"id": "auth", "capability": "alipay.payment.authorise", "needs": ["hold"], "input":
           {"lines": "${$out.ok.lines}"}},
         {"id": "order", "capability": "flash.order.commit", "needs": ["auth"], "input":
           {"quoteId": "${$out.quote.quote.quoteId}", "holdId": "${$out.hold.holdId}"}},
         {"id": "pay", "capability": "alipay.payment.capture", "needs": ["order"], "input":
           {"authorisationId": "${$out.auth.authorisationId}", "quoteIds": ["${$out.quote.quote.quoteId}"],
            "orders": [{"quoteId": "${$out.quote.quote.quoteId}", "orderId": "${$out.order.orderId}"}]}}"""
                .formatted(
                        shop.shopId(),
                        shop.itemId(),
                        shop.quantity(),
                        Shop.PLACE,
                        shop.deliveredAt());
    }
}
