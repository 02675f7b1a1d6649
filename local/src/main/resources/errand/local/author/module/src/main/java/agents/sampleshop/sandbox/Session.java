package agents.sampleshop.sandbox;

import agents.sampleshop.sessions.SessionOffer;
import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A course on a day at an hour. The rules of what is sold stand here; that the last place is sold
 * once, and only at the quoted price, is the desk's matter.
 *
 * @param places when nothing deviates and nothing is taken
 */
record Session(Course course, int hour, LocalDate day, int places) implements Ware {

    static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final Payee PAYEE = new Payee("sample-shop:sessions", "sample-shop");
    private static final Duration FREE_UNTIL = Duration.ofHours(24);
    private static final String TERMS =
            "开始前24小时可免费取消，之后退一半。 Free until 24 h before it begins, then half is kept.";

    @Override
    public String offerId() {
        return itemId() + "-" + DAY.format(day);
    }

    @Override
    public String itemId() {
        return "%s-%02d".formatted(course, hour);
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    @Override
    public String title() {
        return "%s %s %02d:00".formatted(course.title(), day, hour);
    }

    @Override
    public Instant closesAt() {
        return startsAt().toInstant();
    }

    @Override
    public int usualStock(LocalDate date) {
        return places;
    }

    @Override
    public Quote quote(String quoteId, int people, Shelf shelf, OffsetDateTime validUntil) {
        Line line = Line.of(title(), people, price(shelf));
        return new Quote(
                quoteId,
                PAYEE,
                title(),
                List.of(line),
                line.amount(),
                validUntil,
                TERMS,
                Map.of("offerId", offerId(), "startsAt", startsAt().toString(), "people", people));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        if (!now.isBefore(closesAt())) {
            return Optional.empty();
        }
        boolean free = !now.isAfter(closesAt().minus(FREE_UNTIL));
        long fen = free ? 0 : Math.ceilDiv(quote.total().amount(), 2);
        return Optional.of(Money.cny(fen));
    }

    SessionOffer offer(Shelf shelf, int people) {
        Money price = price(shelf);
        return new SessionOffer(
                offerId(),
                title(),
                startsAt(),
                course.minutes(),
                left(shelf),
                price,
                price.times(people));
    }

    private OffsetDateTime startsAt() {
        return day.atTime(hour, 0).atZone(World.ZONE).toOffsetDateTime();
    }

    private Money price(Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(itemId(), day), course.fen()));
    }
}
