package agents.sampleshop.sandbox;

import agents.sampleshop.sessions.SessionOffer;
import agents.sampleshop.sessions.SessionOffers;
import agents.sampleshop.sessions.SessionQuote;
import agents.sampleshop.sessions.SessionSearch;
import agents.sampleshop.sessions.Sessions;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Ware;
import java.util.Comparator;
import java.util.List;

/** Sessions of the sandbox world. */
final class SandboxSessions implements Sessions {

    private final Programme programme;
    private final Shelves shelves;
    private final Desk desk;

    SandboxSessions(Programme programme, Shelves shelves, Desk desk) {
        this.programme = programme;
        this.shelves = shelves;
        this.desk = desk;
    }

    @Override
    public Outcome<SessionOffers> search(SessionSearch wish, Task task) {
        if (wish.people() < 1) {
            return Refusals.notPositive(task, wish.people());
        }
        return Refusals.<SessionOffers>wrongDay(task, wish.date())
                .orElseGet(() -> Outcome.done(new SessionOffers(offers(wish, task))));
    }

    private List<SessionOffer> offers(SessionSearch wish, Task task) {
        List<Session> sessions =
                programme.on(wish.date()).stream()
                        .filter(session -> task.now().isBefore(session.closesAt()))
                        .toList();
        List<String> items = sessions.stream().map(Ware::itemId).toList();
        Shelf shelf = shelves.look(items, List.of(wish.date()), task.now());
        return sessions.stream()
                .map(session -> session.offer(shelf, wish.people()))
                .filter(offer -> offer.placesLeft() >= wish.people())
                .sorted(
                        Comparator.comparingLong((SessionOffer offer) -> offer.total().amount())
                                .thenComparing(SessionOffer::startsAt))
                .toList();
    }

    @Override
    public Outcome<Quoted> quote(SessionQuote wish, Task task) {
        return desk.quote(wish.offerId(), wish.people(), task);
    }

    @Override
    public Outcome<Held> hold(HoldQuote wish, Task task) {
        return desk.hold(wish, task);
    }

    @Override
    public Outcome<Released> release(ReleaseHold wish, Task task) {
        return desk.release(wish, task);
    }

    @Override
    public Outcome<Booked> book(BookHold wish, Task task) {
        return desk.book(wish, task);
    }

    @Override
    public Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return desk.cancel(wish, task);
    }
}
