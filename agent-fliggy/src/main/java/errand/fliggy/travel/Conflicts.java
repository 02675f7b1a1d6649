package errand.fliggy.travel;

import errand.fliggy.travel.Conflict.Code;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Finds what does not fit together in a trip. Knows legs and clocks, no business. */
public final class Conflicts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final boolean chinese;

    /**
     * @param chinese whether to say it in Chinese, else in English
     */
    public Conflicts(boolean chinese) {
        this.chinese = chinese;
    }

    /**
     * @param legs in order of {@link Leg#BY_TIME}
     */
    public List<Conflict> in(List<Leg> legs) {
        List<Leg> moves = legs.stream().filter(leg -> leg.kind().moves()).toList();
        List<Conflict> found = new ArrayList<>();
        for (int i = 1; i < moves.size(); i++) {
            between(moves.get(i - 1), moves.get(i), found);
        }
        visits(legs, moves, found);
        for (int i = 1; i < moves.size(); i++) {
            nights(moves.get(i - 1), moves.get(i), legs, found);
        }
        return found;
    }

    private void between(Leg before, Leg next, List<Conflict> found) {
        if (next.begins().isBefore(before.ends())) {
            found.add(overlap(before, next));
        } else if (!next.fromCity().equals(before.toCity())) {
            found.add(
                    conflict(
                            Code.ELSEWHERE,
                            List.of(before.bookingId(), next.bookingId()),
                            "“%s”到达%s，但“%s”从%s出发，中间缺一段行程。"
                                    .formatted(
                                            before.title(),
                                            before.toCity(),
                                            next.title(),
                                            next.fromCity()),
                            "'%s' ends in %s, but '%s' leaves from %s; a leg between them is missing."
                                    .formatted(
                                            before.title(),
                                            before.toCity(),
                                            next.title(),
                                            next.fromCity())));
        }
    }

    /** Tickets for when the person is still under way. */
    private void visits(List<Leg> legs, List<Leg> moves, List<Conflict> found) {
        for (Leg visit : legs) {
            if (visit.kind() == Leg.Kind.ATTRACTION) {
                moves.stream()
                        .filter(move -> move.begins().isBefore(visit.ends()))
                        .filter(move -> visit.begins().isBefore(move.ends()))
                        .filter(move -> !leavesTime(visit, move))
                        .findFirst()
                        .ifPresent(move -> found.add(overlap(move, visit)));
            }
        }
    }

    /** Admission is a span: an hour of it before leaving or after arriving is enough. */
    private static boolean leavesTime(Leg visit, Leg move) {
        return !visit.begins().plusHours(1).isAfter(move.begins())
                || !move.ends().plusHours(1).isAfter(visit.ends());
    }

    private Conflict overlap(Leg before, Leg next) {
        return conflict(
                Code.OVERLAP,
                List.of(before.bookingId(), next.bookingId()),
                "“%s”%s才结束，“%s”%s已经开始，请改签其中一个。"
                        .formatted(
                                before.title(),
                                MINUTE.format(before.ends()),
                                next.title(),
                                MINUTE.format(next.begins())),
                "'%s' ends at %s, after '%s' begins at %s; change one of them."
                        .formatted(
                                before.title(),
                                MINUTE.format(before.ends()),
                                next.title(),
                                MINUTE.format(next.begins())));
    }

    /** Nights between arriving somewhere and leaving it again. */
    private void nights(Leg arrival, Leg departure, List<Leg> legs, List<Conflict> found) {
        LocalDate from = arrival.ends().toLocalDate();
        LocalDate to = departure.begins().toLocalDate();
        if (!arrival.toCity().equals(departure.fromCity()) || !from.isBefore(to)) {
            return;
        }
        // Who arrives at home does not need a room there.
        boolean home = arrival.toCity().equals(firstCity(legs));
        List<LocalDate> bare =
                from.datesUntil(to)
                        .filter(night -> !home && !hasRoom(legs, arrival.toCity(), night))
                        .toList();
        for (LocalDate night : bare) {
            found.add(
                    conflict(
                            Code.NO_HOTEL,
                            List.of(arrival.bookingId(), departure.bookingId()),
                            "%s晚在%s没有订酒店。".formatted(night, arrival.toCity()),
                            "No hotel is booked in %s for the night of %s."
                                    .formatted(arrival.toCity(), night)));
        }
    }

    private static String firstCity(List<Leg> legs) {
        return legs.stream()
                .filter(leg -> leg.kind().moves())
                .findFirst()
                .map(Leg::fromCity)
                .orElse("");
    }

    private static boolean hasRoom(List<Leg> legs, String city, LocalDate night) {
        return legs.stream()
                .filter(leg -> leg.kind() == Leg.Kind.HOTEL && leg.toCity().equals(city))
                .anyMatch(
                        leg ->
                                !leg.begins().toLocalDate().isAfter(night)
                                        && leg.ends().toLocalDate().isAfter(night));
    }

    private Conflict conflict(Code code, List<String> bookings, String zh, String en) {
        return new Conflict(code, bookings, chinese ? zh : en);
    }
}
