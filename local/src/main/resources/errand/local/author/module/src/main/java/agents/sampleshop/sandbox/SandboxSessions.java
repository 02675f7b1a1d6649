package agents.sampleshop.sandbox;

import agents.sampleshop.sessions.SessionOffer;
import agents.sampleshop.sessions.SessionOffers;
import agents.sampleshop.sessions.SessionQuote;
import agents.sampleshop.sessions.SessionSearch;
import agents.sampleshop.sessions.Sessions;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.SoldAtDesk;
import errand.runtime.sandbox.Ware;
import java.util.Comparator;
import java.util.List;

/** Sessions of the sandbox world. */
final class SandboxSessions extends SoldAtDesk implements Sessions {

    private final Programme programme;
    private final Shelves shelves;

    SandboxSessions(Programme programme, Shelves shelves, Desk desk) {
        super(desk);
        this.programme = programme;
        this.shelves = shelves;
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
        return desk().quote(wish.offerId(), wish.people(), task);
    }
}
