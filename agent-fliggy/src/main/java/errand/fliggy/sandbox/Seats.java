package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.fliggy.travel.RailFees;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainOffer;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seats of one class in one train on one day. */
record Seats(Timetable timetable, Train train, SeatClass seatClass, LocalDate day) implements Ware {

    /** In the details of a quote: what handing it back costs at least, in per cent. */
    static final String AT_LEAST_PERCENT = "refundFeeAtLeastPercent";

    private static final Payee RAILWAY = new Payee("fliggy:rail", "飞猪火车票");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public String offerId() {
        return "T-%s-%s-%s"
                .formatted(train.number(), day.format(DateTimeFormatter.BASIC_ISO_DATE), seatClass);
    }

    @Override
    public String itemId() {
        return train.item(seatClass);
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    /** Such as G43 北京南→杭州东 12-07 08:00–12:38 二等座. */
    @Override
    public String title() {
        return "%s %s→%s %s %s–%s %s"
                .formatted(
                        train.number(),
                        bare(train.fromStation()),
                        bare(train.toStation()),
                        DAY.format(day),
                        TIME.format(train.departs()),
                        TIME.format(train.arrivesOn(day)),
                        seatClass.zh());
    }

    @Override
    public Instant closesAt() {
        return train.departsOn(day).toInstant();
    }

    @Override
    public int usualStock(LocalDate day) {
        return timetable.seats(train, seatClass, day);
    }

    @Override
    public Quote quote(String quoteId, int quantity, Shelf shelf, OffsetDateTime validUntil) {
        Line line = Line.of(seatClass.zh(), quantity, price(shelf));
        return new Quote(
                quoteId,
                RAILWAY,
                title(),
                List.of(line),
                line.amount(),
                validUntil,
                RailFees.TERMS,
                Map.of(
                        "offerId", offerId(),
                        "trainNo", train.number(),
                        "departFrom", train.fromStation(),
                        "departTime", train.departsOn(day).toString(),
                        "arriveAt", train.toStation(),
                        "arriveTime", train.arrivesOn(day).toString(),
                        "fromCity", train.from().zh(),
                        "toCity", train.to().zh(),
                        "seatClass", seatClass.name(),
                        "people", quantity));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        Line line = quote.lines().getFirst();
        int atLeast =
                quote.details().get(AT_LEAST_PERCENT) instanceof Number percent
                        ? percent.intValue()
                        : 0;
        return now.isBefore(closesAt())
                ? Optional.of(RailFees.of(line.unit(), line.quantity(), closesAt(), now, atLeast))
                : Optional.empty();
    }

    TrainOffer offer(Shelf shelf) {
        return new TrainOffer(
                offerId(),
                train.number(),
                train.fromStation(),
                train.toStation(),
                train.departsOn(day),
                train.arrivesOn(day),
                train.minutes(),
                seatClass,
                left(shelf),
                price(shelf),
                title(),
                train.type(),
                train.stops(),
                List.of(Line.of(seatClass.zh(), 1, price(shelf))),
                "fliggy/train/" + train.type(),
                List.of());
    }

    private Money price(Shelf shelf) {
        long usual = timetable.fen(train, seatClass, day);
        return Money.cny(shelf.fen(new Slot(itemId(), day), usual));
    }

    private static String bare(String station) {
        return station.substring(0, station.length() - 1);
    }
}
