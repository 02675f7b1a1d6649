package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.fliggy.travel.Cabin;
import errand.fliggy.travel.FlightFees;
import errand.fliggy.travel.FlightOffer;
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

/** Seats of one cabin in one flight on one day. The fare can deviate; fees and fuel cannot. */
record FlightSeats(FlightPlan plan, Flight flight, Cabin cabin, LocalDate day) implements Ware {

    private static final Payee AIR = new Payee("fliggy:flight", "飞猪机票");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** 民航发展基金, the same for every domestic flight. */
    private static final Money AIRPORT_FEE = Money.cny(5_000);

    private static final int LONG_KILOMETRES = 800;
    private static final int CHECK_IN_MINUTES = 45;

    @Override
    public String offerId() {
        return "F-%s-%s-%s"
                .formatted(flight.number(), day.format(DateTimeFormatter.BASIC_ISO_DATE), cabin);
    }

    @Override
    public String itemId() {
        return flight.item(cabin);
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    /** Such as MU1002 上海虹桥T2→北京首都T2 12-07 08:00–10:15 经济舱. */
    @Override
    public String title() {
        return "%s %s→%s %s %s–%s %s"
                .formatted(
                        flight.number(),
                        flight.from().title(),
                        flight.to().title(),
                        DAY.format(day),
                        TIME.format(flight.departs()),
                        TIME.format(flight.arrivesOn(day)),
                        cabin.zh());
    }

    /** When check-in ends. */
    @Override
    public Instant closesAt() {
        return departs().minusSeconds(60L * CHECK_IN_MINUTES);
    }

    Instant departs() {
        return flight.departsOn(day).toInstant();
    }

    @Override
    public int usualStock(LocalDate day) {
        return plan.seats(flight, cabin, day);
    }

    @Override
    public Quote quote(String quoteId, int quantity, Shelf shelf, OffsetDateTime validUntil) {
        List<Line> lines = lines(shelf, quantity);
        return new Quote(
                quoteId,
                AIR,
                title(),
                lines,
                lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus),
                validUntil,
                FlightFees.terms(cabin),
                details(quantity));
    }

    private Map<String, Object> details(int quantity) {
        return Map.ofEntries(
                Map.entry("offerId", offerId()),
                Map.entry("flightNo", flight.number()),
                Map.entry("airline", flight.airline().zh()),
                Map.entry("departFrom", flight.from().title()),
                Map.entry("departTime", flight.departsOn(day).toString()),
                Map.entry("arriveAt", flight.to().title()),
                Map.entry("arriveTime", flight.arrivesOn(day).toString()),
                Map.entry("fromCity", flight.from().city().zh()),
                Map.entry("toCity", flight.to().city().zh()),
                Map.entry("cabin", cabin.name()),
                Map.entry("baggage", baggage()),
                Map.entry("people", quantity));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        Line fare = quote.lines().getFirst();
        return now.isBefore(departs())
                ? Optional.of(
                        FlightFees.ofCancelling(
                                cabin, fare.unit(), fare.quantity(), departs(), now))
                : Optional.empty();
    }

    FlightOffer offer(Shelf shelf) {
        List<Line> lines = lines(shelf, 1);
        return new FlightOffer(
                offerId(),
                flight.number(),
                flight.airline().iata(),
                flight.airline().zh(),
                flight.from().iata(),
                flight.from().title(),
                flight.to().iata(),
                flight.to().title(),
                flight.departsOn(day),
                flight.arrivesOn(day),
                flight.minutes(),
                flight.stops(),
                cabin,
                left(shelf),
                baggage(),
                lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus),
                title(),
                lines,
                "fliggy/airline/" + flight.airline().iata(),
                List.of());
    }

    /** The fare stands first: fees for changes and cancellations are per cent of it. */
    private List<Line> lines(Shelf shelf, int quantity) {
        Money fare = Money.cny(shelf.fen(new Slot(itemId(), day), plan.fen(flight, cabin, day)));
        return List.of(
                Line.of(cabin.zh() + "票价", quantity, fare),
                Line.of("机建费", quantity, AIRPORT_FEE),
                Line.of("燃油附加费", quantity, fuel()));
    }

    /** Two steps by distance, as the surcharge is published. */
    private Money fuel() {
        return Money.cny(flight.kilometres() > LONG_KILOMETRES ? 2_000 : 1_000);
    }

    private String baggage() {
        int kilogrammes =
                switch (cabin) {
                    case ECONOMY -> flight.airline().baggageKilogrammes();
                    case BUSINESS -> 30;
                    case FIRST -> 40;
                };
        return kilogrammes == 0 ? "无免费托运行李" : "托运行李%dkg".formatted(kilogrammes);
    }
}
