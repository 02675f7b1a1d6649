package agents.sampleshop;

import agents.sampleshop.sessions.SessionOffers;
import agents.sampleshop.sessions.SessionQuote;
import agents.sampleshop.sessions.SessionSearch;
import agents.sampleshop.sessions.Sessions;
import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import org.springframework.stereotype.Component;

/** What sample-shop can do: places in sessions. Knows which business does it, not how. */
@Component
public final class SampleShopAgent implements Agent {

    private final Sessions sessions;

    public SampleShopAgent(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("sample-shop")
                .can("session.search", SessionSearch.class, SessionOffers.class, sessions::search)
                .described(
                        "Finds sessions (体验课, 场次) on one day that have places for so many people;"
                                + " the cheapest first")
                .reads()
                .can("session.quote", SessionQuote.class, Quoted.class, sessions::quote)
                .described("Quotes places in one session (报价); nothing is kept yet")
                .reads()
                .can("session.hold", HoldQuote.class, Held.class, sessions::hold)
                .described("Keeps quoted places (预留) for some minutes until they are booked")
                .holds()
                .undoneBy("session.release")
                .can("session.release", ReleaseHold.class, Released.class, sessions::release)
                .described("Gives kept places back (释放预留)")
                .holds()
                .forGood()
                .can("session.book", BookHold.class, Booked.class, sessions::book)
                .described("Books kept places (预订) at the quoted price")
                .commits()
                .undoneBy("session.cancel")
                .can("session.cancel", CancelBooking.class, Cancelled.class, sessions::cancel)
                .described("Cancels a booking (取消); says the fee and the refund")
                .commits()
                .forGood();
    }
}
