package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.reservation.ChangeQuoted;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a change comes to: the new price, less what the old ticket is worth, plus the fee. What is
 * left over is given back, so that a quote never asks for less than nothing.
 *
 * @param bookingId of the ticket that is given up
 * @param price of the new one for all of its quantity
 */
record ChangeOffer(String bookingId, Ticket held, Money price, ChangeRules.Terms terms) {

    Money paid() {
        return atLeastNothing(owed());
    }

    Money refund() {
        return atLeastNothing(new Money(-owed().amount(), price.currency()));
    }

    private Money owed() {
        return price.plus(terms.fee()).minus(held.worth());
    }

    /** The wanted ware's own quote, turned into that of the change. */
    Quote quote(Quote plain, OffsetDateTime validUntil) {
        List<Line> lines = new ArrayList<>(plain.lines());
        if (terms.fee().amount() > 0) {
            lines.add(Line.of("改签费", 1, terms.fee()));
        }
        Money credit = held.worth().minus(refund());
        lines.add(Line.of("原票抵扣", 1, new Money(-credit.amount(), credit.currency())));
        Map<String, Object> details = new HashMap<>(plain.details());
        details.putAll(terms.details());
        details.put("bookingId", bookingId);
        details.put("changedFrom", held.quote().title());
        details.put("changeFee", terms.fee());
        details.put("refund", refund());
        return new Quote(
                plain.quoteId(),
                plain.payee(),
                "改签 " + plain.title(),
                lines,
                paid(),
                validUntil,
                plain.cancellation(),
                details);
    }

    ChangeQuoted quoted(Quote quote) {
        return new ChangeQuoted(quote, bookingId, refund(), terms.fee(), terms.rule());
    }

    /** What a quote of a change gives back, also after it was read from JSON. */
    static Money refundOf(Quote quote) {
        return switch (quote.details().get("refund")) {
            case Money money -> money;
            case Map<?, ?> json ->
                    Money.cny(((Number) Objects.requireNonNull(json.get("amount"))).longValue());
            case null, default ->
                    throw new IllegalStateException(
                            "Quote %s is of no change".formatted(quote.quoteId()));
        };
    }

    private static Money atLeastNothing(Money money) {
        return new Money(Math.max(0, money.amount()), money.currency());
    }
}
