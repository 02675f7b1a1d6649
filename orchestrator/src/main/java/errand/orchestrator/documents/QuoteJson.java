package errand.orchestrator.documents;

import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.Quote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Quotes as agents write them, read strictly: what the person agrees to and what is paid comes from
 * here, so that a sum which does not add up is refused.
 */
final class QuoteJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private QuoteJson() {}

    static Quote read(JsonNode json, String at) {
        if (!json.isObject()) {
            throw malformed(at, "is not an object");
        }
        JsonNode payee = json.path("payee");
        Money total = money(json.path("total"), at + "/total");
        if (total.amount() < 0) {
            throw malformed(at + "/total", "is negative");
        }
        return new Quote(
                named(json, "quoteId", at),
                new Payee(named(payee, "id", at + "/payee"), named(payee, "name", at + "/payee")),
                named(json, "title", at),
                lines(json.path("lines"), total, at + "/lines"),
                total,
                instant(json.path("validUntil"), at + "/validUntil"),
                text(json, "cancellation", at));
    }

    private static List<Quote.Line> lines(JsonNode json, Money total, String at) {
        if (!json.isArray()) {
            throw malformed(at, "is not an array");
        }
        List<Quote.Line> lines = new ArrayList<>();
        Money sum = new Money(0, total.currency());
        for (JsonNode each : json.values()) {
            Quote.Line line = line(each, at + "/" + lines.size());
            if (!line.amount().currency().equals(total.currency())) {
                throw malformed(at, "mixes currencies with the total of %s".formatted(total));
            }
            sum = new Money(exact(at, sum.amount(), line.amount().amount()), total.currency());
            lines.add(line);
        }
        if (!sum.equals(total)) {
            throw malformed(at, "adds up to %s, but the total is %s".formatted(sum, total));
        }
        return lines;
    }

    private static long exact(String at, long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException e) {
            throw malformed(at, "adds up to more than can be counted");
        }
    }

    private static Quote.Line line(JsonNode json, String at) {
        JsonNode quantity = json.path("quantity");
        if (!quantity.isIntegralNumber()
                || !quantity.canConvertToInt()
                || quantity.intValue() < 1) {
            throw malformed(at + "/quantity", "is not a whole number of at least 1");
        }
        Money unit = money(json.path("unit"), at + "/unit");
        Money amount = money(json.path("amount"), at + "/amount");
        boolean exact =
                unit.currency().equals(amount.currency())
                        && Math.multiplyHigh(unit.amount(), quantity.intValue())
                                == (amount.amount() < 0 ? -1 : 0)
                        && unit.amount() * quantity.intValue() == amount.amount();
        if (!exact) {
            throw malformed(at, "says %d × %s is %s".formatted(quantity.intValue(), unit, amount));
        }
        return new Quote.Line(named(json, "title", at), quantity.intValue(), unit, amount);
    }

    static Money money(JsonNode json, String at) {
        JsonNode amount = json.path("amount");
        if (!amount.isIntegralNumber()
                || !amount.canConvertToLong()
                || Math.abs(amount.longValue()) > CanonicalJson.EXACT) {
            throw malformed(at + "/amount", "is not a whole number of minor units");
        }
        String currency = json.path("currency").asString("");
        if (!currency.matches("[A-Z]{3}")) {
            throw malformed(at + "/currency", "is not an ISO 4217 code such as CNY");
        }
        return new Money(amount.longValue(), currency);
    }

    private static Instant instant(JsonNode json, String at) {
        try {
            return OffsetDateTime.parse(json.asString("")).toInstant();
        } catch (DateTimeException e) {
            throw malformed(at, "is not a time with an offset, such as 2026-12-07T15:20:00+08:00");
        }
    }

    private static String named(JsonNode json, String name, String at) {
        String text = text(json, name, at);
        if (text.isBlank()) {
            throw malformed(at + "/" + name, "is empty");
        }
        return text;
    }

    private static String text(JsonNode json, String name, String at) {
        JsonNode text = json.path(name);
        if (!text.isString()) {
            throw malformed(at + "/" + name, text.isMissingNode() ? "is missing" : "is not a text");
        }
        return text.stringValue();
    }

    private static Unfit malformed(String at, String why) {
        return new Unfit("QUOTE_MALFORMED", "%s %s.".formatted(at, why));
    }

    /** As shown on a card. */
    static ObjectNode item(Quote quote) {
        ObjectNode item = NODES.objectNode();
        item.put("quoteId", quote.quoteId()).put("title", quote.title());
        item.set("payee", payee(quote.payee()));
        ArrayNode lines = item.putArray("lines");
        for (Quote.Line line : quote.lines()) {
            ObjectNode node = lines.addObject().put("title", line.title());
            node.put("quantity", line.quantity()).set("unit", money(line.unit()));
            node.set("amount", money(line.amount()));
        }
        item.set("total", money(quote.total()));
        item.put("cancellation", quote.cancellation());
        return item.put("validUntil", quote.validUntil().toString());
    }

    static ObjectNode money(Money money) {
        return NODES.objectNode().put("amount", money.amount()).put("currency", money.currency());
    }

    static ObjectNode payee(Payee payee) {
        return NODES.objectNode().put("id", payee.id()).put("name", payee.name());
    }
}
