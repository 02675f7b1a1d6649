package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.fliggy.travel.Conflicts;
import errand.fliggy.travel.Itineraries;
import errand.fliggy.travel.Itinerary;
import errand.fliggy.travel.ItineraryOf;
import errand.fliggy.travel.Leg;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Standing;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a person has booked in the sandbox world, over all kinds. */
final class SandboxItineraries implements Itineraries {

    private static final int USUAL_DAYS = 60;
    private static final int MOST_DAYS = 400;
    private static final int MOST_BOOKINGS = 200;

    /** When rooms are usually to be had and to be left. */
    private static final LocalTime CHECK_IN = LocalTime.of(14, 0);

    private static final LocalTime CHECK_OUT = LocalTime.of(12, 0);

    private final Map<Leg.Kind, Desk> desks;

    SandboxItineraries(Map<Leg.Kind, Desk> desks) {
        this.desks = Map.copyOf(desks);
    }

    @Override
    public Outcome<Itinerary> of(ItineraryOf wish, Task task) {
        LocalDate from = Objects.requireNonNullElse(wish.from(), World.today(task.now()));
        LocalDate to = Objects.requireNonNullElse(wish.to(), from.plusDays(USUAL_DAYS));
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            return Wording.badPeriod(task, from, to, MOST_DAYS);
        }
        List<Leg> legs =
                desks.entrySet().stream()
                        .flatMap(
                                desk ->
                                        desk.getValue().standing(task, MOST_BOOKINGS).stream()
                                                .map(booked -> leg(desk.getKey(), booked)))
                        .filter(leg -> !leg.ends().toLocalDate().isBefore(from))
                        .filter(leg -> !leg.begins().toLocalDate().isAfter(to))
                        .sorted(Leg.BY_TIME)
                        .toList();
        return Outcome.done(
                new Itinerary(
                        from,
                        to,
                        legs,
                        new Conflicts(Refusals.chinese(task)).in(legs),
                        legs.stream().map(Leg::total).reduce(Money.cny(0), Money::plus)));
    }

    private static Leg leg(Leg.Kind kind, Standing booked) {
        Map<String, Object> details = booked.quote().details();
        return new Leg(
                booked.bookingId(),
                kind,
                booked.quote().title(),
                begins(kind, details),
                ends(kind, details),
                text(details, kind.moves() ? "fromCity" : "city"),
                text(details, kind.moves() ? "toCity" : "city"),
                booked.worth(),
                booked.quote().cancellation());
    }

    private static OffsetDateTime begins(Leg.Kind kind, Map<String, Object> details) {
        return switch (kind) {
            case TRAIN, FLIGHT -> OffsetDateTime.parse(text(details, "departTime"));
            case HOTEL -> at(LocalDate.parse(text(details, "checkIn")), CHECK_IN);
            case ATTRACTION -> OffsetDateTime.parse(text(details, "from"));
        };
    }

    private static OffsetDateTime ends(Leg.Kind kind, Map<String, Object> details) {
        return switch (kind) {
            case TRAIN, FLIGHT -> OffsetDateTime.parse(text(details, "arriveTime"));
            case HOTEL -> at(LocalDate.parse(text(details, "checkOut")), CHECK_OUT);
            case ATTRACTION -> OffsetDateTime.parse(text(details, "until"));
        };
    }

    /** Quotes of older versions name stations, no cities. */
    private static String text(Map<String, Object> details, String name) {
        Object instead =
                switch (name) {
                    case "fromCity" -> details.getOrDefault("departFrom", "");
                    case "toCity" -> details.getOrDefault("arriveAt", "");
                    default -> "";
                };
        return String.valueOf(details.getOrDefault(name, instead));
    }

    private static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(World.ZONE).toOffsetDateTime();
    }
}
