package errand.orchestrator.documents;

import errand.orchestrator.plan.Documents.Claim;
import errand.orchestrator.plan.Money;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The quotes an input names, and what it says of them. */
final class Claims {

    /** What no quote can say: an amount that was claimed but cannot be read. */
    private static final Money UNREADABLE = new Money(Long.MIN_VALUE, "???");

    private Claims() {}

    static List<String> quoteIds(JsonNode input) {
        Set<String> ids = new LinkedHashSet<>();
        add(input.path("quoteId"), ids);
        input.path("quoteIds").values().forEach(id -> add(id, ids));
        input.path("lines").values().forEach(line -> add(line.path("quoteId"), ids));
        input.path("quotes").values().forEach(quote -> add(quote.path("quoteId"), ids));
        return List.copyOf(ids);
    }

    private static void add(JsonNode id, Set<String> ids) {
        if (id.isString()) {
            ids.add(id.stringValue());
        }
    }

    static List<Claim> of(JsonNode input) {
        List<Claim> claims = new ArrayList<>();
        for (JsonNode line : input.path("lines").values()) {
            if (line.has("quoteId") || line.has("payee") || line.has("amount")) {
                claims.add(
                        new Claim(
                                line.path("quoteId").asString(""),
                                payee(line.path("payee")),
                                amount(line.path("amount"))));
            }
        }
        return List.copyOf(claims);
    }

    private static @Nullable String payee(JsonNode payee) {
        if (payee.isMissingNode()) {
            return null;
        }
        return (payee.isObject() ? payee.path("id") : payee).asString("");
    }

    private static @Nullable Money amount(JsonNode amount) {
        if (amount.isMissingNode()) {
            return null;
        }
        try {
            return QuoteJson.money(amount, "/amount");
        } catch (Unfit e) {
            return UNREADABLE;
        }
    }
}
