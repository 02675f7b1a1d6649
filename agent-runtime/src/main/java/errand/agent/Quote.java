package errand.agent;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A binding offer: all that the person must see before agreeing. Immutable; another price is
 * another quote. In schemas it is marked {@code x-errand-type: quote}.
 *
 * @param quoteId {@code q_} + UUIDv7, unique for the agent
 * @param title what it is, in one line
 * @param lines what the total is made of; their amounts add up to it
 * @param validUntil until when a hold or order at this price is honoured
 * @param cancellation terms as shown, empty when there are none
 * @param details whatever later steps need by name: address, arriveAt, …
 */
public record Quote(
        @Describe("Id that hold, order and payment steps take") String quoteId,
        @Describe("Who is paid") Payee payee,
        @Describe("What it is, in one line") String title,
        @Describe("What the total is made of") List<Line> lines,
        @Describe("The sum of the lines") Money total,
        @Describe("Until when this price is honoured") OffsetDateTime validUntil,
        @Describe("Cancellation terms as shown to the person") String cancellation,
        @Describe("What later steps may need, by name") Map<String, Object> details) {

    /** One line: quantity × unit = amount. */
    public record Line(String title, int quantity, Money unit, Money amount) {

        public Line {
            if (quantity < 1 || !unit.times(quantity).equals(amount)) {
                throw new IllegalArgumentException(
                        "Line '%s': %d × %s is not %s.".formatted(title, quantity, unit, amount));
            }
        }

        public static Line of(String title, int quantity, Money unit) {
            return new Line(title, quantity, unit, unit.times(quantity));
        }
    }

    public Quote {
        lines = List.copyOf(lines);
        details = Map.copyOf(details);
        Money sum =
                lines.stream()
                        .map(Line::amount)
                        .reduce(new Money(0, total.currency()), Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException(
                    "Quote '%s': its lines add up to %s, not %s.".formatted(quoteId, sum, total));
        }
    }
}
