package errand.fliggy.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Quoted;
import errand.fliggy.sandbox.Admission.Party;
import errand.fliggy.travel.AttractionOffer;
import errand.fliggy.travel.AttractionOffers;
import errand.fliggy.travel.AttractionQuote;
import errand.fliggy.travel.AttractionSearch;
import errand.fliggy.travel.Attractions;
import errand.fliggy.travel.BookTickets;
import errand.fliggy.travel.Position;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Attractions of the sandbox world. */
final class SandboxAttractions implements Attractions {

    private static final Pattern OFFER =
            Pattern.compile(
                    "A-([A-Za-z0-9]{1,20})-(\\d{8})-([A-Z]+)(?:-(\\d{1,3})-(\\d{1,3})-(\\d{1,3}))?");
    private static final int LARGEST_PARTY = 999;

    private final Cities cities;
    private final Sights sights;
    private final Shelves shelves;
    private final Desk desk;

    SandboxAttractions(Cities cities, Sights sights, Shelves shelves, Desk desk) {
        this.cities = cities;
        this.sights = sights;
        this.shelves = shelves;
        this.desk = desk;
    }

    /** What an offer id of an attraction stands for. */
    static Optional<Ware> ware(Sights sights, String offerId) {
        return admission(sights, offerId).map(Ware.class::cast);
    }

    private static Optional<Admission> admission(Sights sights, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = OfferIds.day(parts.group(2));
        Optional<VisitSlot> slot = OfferIds.oneOf(VisitSlot.class, parts.group(3));
        Party party = party(parts);
        return sights.sight(parts.group(1))
                .filter(sight -> slot.filter(sight.slots()::contains).isPresent())
                .filter(sight -> day.isPresent() && party.people() > 0)
                .map(sight -> new Admission(sights, sight, slot.get(), day.get(), party));
    }

    private static Party party(Matcher parts) {
        return parts.group(4) == null
                ? Party.ONE
                : new Party(
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5)),
                        Integer.parseInt(parts.group(6)));
    }

    @Override
    public Outcome<AttractionOffers> search(AttractionSearch wish, Task task) {
        Optional<City> city = cities.find(wish.city());
        if (city.isEmpty()) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        Optional<Outcome<AttractionOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(() -> offers(wish, city.get(), task));
    }

    private Outcome<AttractionOffers> offers(AttractionSearch wish, City city, Task task) {
        String text = wish.text();
        List<Sight> fitting =
                text == null || text.isBlank() ? sights.in(city) : sights.fitting(city, text);
        List<Admission> wanted =
                fitting.stream()
                        .filter(sight -> near(wish, sight.position()))
                        .flatMap(
                                sight -> sight.slots().stream().map(slot -> one(wish, sight, slot)))
                        .filter(one -> wish.slot() == null || wish.slot() == one.slot())
                        .filter(one -> task.now().isBefore(one.closesAt()))
                        .toList();
        List<String> items = wanted.stream().map(Admission::itemId).toList();
        Shelf shelf = shelves.look(items, List.of(wish.date()), task.now());
        List<AttractionOffer> all =
                wanted.stream()
                        .map(one -> one.offer(shelf, kilometres(wish, one.sight())))
                        .filter(offer -> affordable(wish, offer))
                        .toList();
        int people = Math.max(1, Objects.requireNonNullElse(wish.people(), 1));
        List<AttractionOffer> free =
                all.stream().filter(offer -> offer.ticketsLeft() >= people).toList();
        int limit = Math.clamp(Objects.requireNonNullElse(wish.limit(), 40), 1, 100);
        return Outcome.done(
                new AttractionOffers(
                        free.stream()
                                .limit(limit)
                                .map(offer -> offer.because(reasons(offer, text, task)))
                                .toList(),
                        all.size() - free.size()));
    }

    private Admission one(AttractionSearch wish, Sight sight, VisitSlot slot) {
        return new Admission(sights, sight, slot, wish.date(), Party.ONE);
    }

    private static boolean near(AttractionSearch wish, Position position) {
        Position near = wish.near();
        return near == null
                || near.kilometresTo(position)
                        <= Objects.requireNonNullElse(wish.withinKilometres(), 10.0);
    }

    private static @Nullable Double kilometres(AttractionSearch wish, Sight sight) {
        Position near = wish.near();
        return near == null ? null : Math.round(near.kilometresTo(sight.position()) * 10) / 10.0;
    }

    private static boolean affordable(AttractionSearch wish, AttractionOffer offer) {
        return wish.maxPrice() == null
                || (wish.maxPrice().currency().equals(offer.price().currency())
                        && offer.price().amount() <= wish.maxPrice().amount());
    }

    private static List<String> reasons(AttractionOffer offer, @Nullable String text, Task task) {
        if (text != null && !text.isBlank()) {
            return List.of(
                    Refusals.in(task, "符合“%s”".formatted(text), "Fits '%s'".formatted(text)));
        }
        Double kilometres = offer.kilometres();
        return kilometres == null
                ? List.of()
                : List.of(
                        Refusals.in(
                                task,
                                "距离%.1f公里".formatted(kilometres),
                                "%.1f km away".formatted(kilometres)));
    }

    @Override
    public Outcome<Quoted> quote(AttractionQuote wish, Task task) {
        int adults = Objects.requireNonNullElse(wish.adults(), 0);
        int children = Objects.requireNonNullElse(wish.children(), 0);
        int seniors = Objects.requireNonNullElse(wish.seniors(), 0);
        Admission plain = admission(sights, wish.offerId()).orElse(null);
        if (plain == null) {
            return Refusals.unknownOffer(task, wish.offerId(), "attraction.search");
        }
        for (int each : List.of(adults, children, seniors)) {
            if (each < 0 || each > LARGEST_PARTY) {
                return Wording.badParty(task, each, LARGEST_PARTY);
            }
        }
        Party party = new Party(adults, children, seniors);
        if (party.people() == 0) {
            return Refusals.notPositive(task, 0);
        }
        Admission wanted = new Admission(sights, plain.sight(), plain.slot(), plain.day(), party);
        return desk.quote(wanted.offerId(), 1, task);
    }

    @Override
    public Outcome<Booked> book(BookTickets wish, Task task) {
        return desk.bookAtOnce(wish.quoteId(), task);
    }

    @Override
    public Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return desk.cancel(wish, task);
    }
}
