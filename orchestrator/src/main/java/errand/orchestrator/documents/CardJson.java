package errand.orchestrator.documents;

import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Quote;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is written of quotes that stand together on a card. */
final class CardJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CardJson() {}

    /** What the person sees and what is hashed. */
    static String shown(String planId, Money total, List<Quote> items) {
        ObjectNode card = NODES.objectNode().put("planId", planId);
        card.set("total", QuoteJson.money(total));
        ArrayNode array = card.putArray("items");
        items.forEach(item -> array.add(QuoteJson.item(item)));
        return CanonicalJson.of(card);
    }

    /** What the step that asked gives to later steps. */
    static String consentOutput(String consentId, Money total, List<Quote> items) {
        ObjectNode output = NODES.objectNode().put("consentId", consentId);
        output.set("total", QuoteJson.money(total));
        ArrayNode lines = output.putArray("lines");
        for (Quote item : items) {
            ObjectNode line = lines.addObject().put("quoteId", item.quoteId());
            line.set("payee", QuoteJson.payee(item.payee()));
            line.set("amount", QuoteJson.money(item.total()));
        }
        return CanonicalJson.of(output);
    }

    /** What a mandate is asked to cover; what gives way is named by its reservation. */
    static String reservation(List<Documents.Spend> spends, List<String> replaced) {
        ObjectNode input = NODES.objectNode();
        ArrayNode lines = input.putArray("lines");
        for (Documents.Spend spend : spends) {
            Quote quote = spend.quote();
            ObjectNode line = lines.addObject().put("quoteId", quote.quoteId());
            line.put("title", quote.title()).set("payee", QuoteJson.payee(quote.payee()));
            line.set("amount", QuoteJson.money(quote.total()));
            line.put("capability", spend.capability());
        }
        ArrayNode old = input.putArray("replaces");
        for (String output : replaced) {
            String id = Json.read(output, "The output").path("reservationId").asString("");
            if (!id.isEmpty()) {
                old.add(id);
            }
        }
        return CanonicalJson.of(input);
    }

    static String overBudget(Money by, Money budget, List<Quote> items) {
        ObjectNode details = NODES.objectNode();
        details.set("by", QuoteJson.money(by));
        details.set("budget", QuoteJson.money(budget));
        ArrayNode lines = details.putArray("lines");
        for (Quote item : items) {
            ObjectNode line = lines.addObject().put("quoteId", item.quoteId());
            line.put("title", item.title()).set("amount", QuoteJson.money(item.total()));
        }
        return CanonicalJson.of(details);
    }
}
