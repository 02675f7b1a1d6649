package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.fliggy.travel.AttractionFees;
import errand.fliggy.travel.AttractionOffer;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of one attraction for a day and time slot, for a party: it is sold as one, and takes as
 * many tickets as there are people in it.
 */
record Admission(Sights sights, Sight sight, VisitSlot slot, LocalDate day, Party party)
        implements Ware {

    private static final Payee ATTRACTIONS = new Payee("fliggy:attraction", "飞猪门票");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final Unit TICKETS = new Unit("张", " tickets");

    /** Who goes. */
    record Party(int adults, int children, int seniors) {

        static final Party ONE = new Party(1, 0, 0);

        int people() {
            return adults + children + seniors;
        }
    }

    /** Such as A-HGH01-20261207-MORNING-2-1-0; the party is left out for one adult. */
    @Override
    public String offerId() {
        String plain =
                "A-%s-%s-%s"
                        .formatted(sight.id(), day.format(DateTimeFormatter.BASIC_ISO_DATE), slot);
        return party.equals(Party.ONE)
                ? plain
                : "%s-%d-%d-%d".formatted(plain, party.adults(), party.children(), party.seniors());
    }

    @Override
    public String itemId() {
        return sight.item(slot);
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    @Override
    public String title() {
        return "%s %s %s".formatted(sight.name(), DAY.format(day), slot.zh());
    }

    /** When nobody is let in any more. */
    @Override
    public Instant closesAt() {
        return at(slot.to()).toInstant();
    }

    @Override
    public int usualStock(LocalDate day) {
        return sights.tickets(sight, slot, day);
    }

    @Override
    public int takes(int quantity) {
        return Math.multiplyExact(quantity, party.people());
    }

    @Override
    public Unit unit() {
        return TICKETS;
    }

    @Override
    public Quote quote(String quoteId, int quantity, Shelf shelf, OffsetDateTime validUntil) {
        List<Line> lines = new ArrayList<>();
        add(lines, "成人票", quantity * party.adults(), adult(shelf));
        add(lines, "儿童票", quantity * party.children(), reduced(shelf));
        add(lines, "老人票", quantity * party.seniors(), reduced(shelf));
        return new Quote(
                quoteId,
                ATTRACTIONS,
                title(),
                lines,
                lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus),
                validUntil,
                AttractionFees.TERMS,
                Map.of(
                        "offerId", offerId(),
                        "attraction", sight.name(),
                        "address", sight.address(),
                        "city", sight.city().zh(),
                        "date", day.toString(),
                        "slot", slot.name(),
                        "from", at(slot.from()).toString(),
                        "until", at(slot.to()).toString(),
                        "people", quantity * party.people()));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        return now.isBefore(closesAt())
                ? Optional.of(AttractionFees.of(quote.total(), day, World.ZONE, now))
                : Optional.empty();
    }

    /**
     * @param kilometres from a place that was said
     */
    AttractionOffer offer(Shelf shelf, @Nullable Double kilometres) {
        return new AttractionOffer(
                offerId(),
                sight.name(),
                sight.kind().split(" ")[0],
                sight.address(),
                sight.position(),
                kilometres,
                slot,
                at(slot.from()),
                at(slot.to()),
                left(shelf),
                adult(shelf),
                reduced(shelf),
                reduced(shelf),
                title(),
                List.of(
                        Line.of("成人票", 1, adult(shelf)),
                        Line.of("儿童票", 1, reduced(shelf)),
                        Line.of("老人票", 1, reduced(shelf))),
                "fliggy/attraction/" + sight.id(),
                List.of());
    }

    private static void add(List<Line> lines, String title, int quantity, Money unit) {
        if (quantity > 0) {
            lines.add(Line.of(title, quantity, unit));
        }
    }

    private Money adult(Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(itemId(), day), sight.adultFen()));
    }

    /** Half of what an adult pays, to whole yuan; also where that deviates. */
    private Money reduced(Shelf shelf) {
        long half = adult(shelf).amount() / 2;
        return Money.cny(half < 100 ? half + adult(shelf).amount() % 2 : half / 100 * 100);
    }

    private OffsetDateTime at(LocalTime time) {
        return day.atTime(time).atZone(World.ZONE).toOffsetDateTime();
    }
}
