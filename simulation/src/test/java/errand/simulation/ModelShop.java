package errand.simulation;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.Terms;
import errand.agent.TransientFailure;
import errand.simulation.Chaos.Met;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A business small enough to be obviously right: things to hold and order, and money for them. */
final class ModelShop implements Agent {

    record Search(String text) {}

    record Offer(String thingId) {}

    record Found(List<Offer> offers) {}

    record AskQuote(String thing) {}

    record Quoted(Quote quote) {}

    record HoldIt(String quoteId) {}

    record Held(String holdId) {}

    record OrderIt(String quoteId, String holdId) {}

    record Ordered(String orderId) {}

    record Line(String quoteId, Payee payee, Money amount) {}

    record Authorise(List<Line> lines) {}

    record Authorised(String authorisationId, Money total) {}

    record Capture(String authorisationId, List<String> quoteIds) {}

    record Captured(String paymentId, Money paid) {}

    record Spend(String quoteId, String title, Payee payee, Money amount, String capability) {}

    record Reserve(List<Spend> lines, List<String> replaces) {}

    record Reserved(String reservationId) {}

    record GiveBack(String reservationId) {}

    record Undone(String what) {}

    record UndoHold(String holdId) {}

    record UndoOrder(String orderId) {}

    record UndoAuthorisation(String authorisationId) {}

    record UndoCapture(String paymentId) {}

    /** What the person allowed beforehand, all plans together: fen. */
    static final long MANDATE = 1_500;

    static final Payee PAYEE = new Payee("shop:1", "样板店");

    private final Chaos chaos;
    private final Clock clock;
    State state = new State();

    /** Undo tasks that the business said no to, for good. */
    final Set<String> refusedUndos = new HashSet<>();

    /** Everything a transaction can take back. */
    static final class State {
        final Set<String> holds = new HashSet<>();
        final Map<String, String> orders = new HashMap<>();
        final Map<String, Long> authorised = new HashMap<>();
        final Map<String, Long> captured = new HashMap<>();
        final Map<String, Long> ledger = new HashMap<>();

        /** Fen by reservation against the mandate. */
        final Map<String, Long> reserved = new HashMap<>();

        final List<String> effects = new ArrayList<>();

        State copy() {
            State copy = new State();
            copy.holds.addAll(holds);
            copy.orders.putAll(orders);
            copy.authorised.putAll(authorised);
            copy.captured.putAll(captured);
            copy.ledger.putAll(ledger);
            copy.reserved.putAll(reserved);
            copy.effects.addAll(effects);
            return copy;
        }

        void transfer(String from, String to, long amount) {
            ledger.merge(from, -amount, Long::sum);
            ledger.merge(to, amount, Long::sum);
        }
    }

    ModelShop(Chaos chaos, Clock clock) {
        this.chaos = chaos;
        this.clock = clock;
    }

    /** What gives back the state as it is now. */
    Runnable restorePoint() {
        State before = state.copy();
        return () -> state = before;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("shop")
                .can("thing.search", Search.class, Found.class, this::search)
                .reads()
                .can("thing.quote", AskQuote.class, Quoted.class, this::quote)
                .reads()
                .can("thing.hold", HoldIt.class, Held.class, this::hold)
                .holds()
                .undoneBy("thing.release")
                .can("thing.reserve", HoldIt.class, Held.class, this::hold)
                .holds()
                .undoneBy("thing.release")
                .can("thing.release", UndoHold.class, Undone.class, this::release)
                .holds()
                .forGood()
                .can("thing.order", OrderIt.class, Ordered.class, this::order)
                .commits()
                .undoneBy("thing.cancel")
                .can("thing.cancel", UndoOrder.class, Undone.class, this::cancel)
                .commits()
                .forGood()
                .can("pay.authorise", Authorise.class, Authorised.class, this::authorise)
                .pays()
                .undoneBy("pay.void")
                .can("pay.void", UndoAuthorisation.class, Undone.class, this::voided)
                .pays()
                .forGood()
                .can("pay.capture", Capture.class, Captured.class, this::capture)
                .pays()
                .undoneBy("pay.refund")
                .can("pay.refund", UndoCapture.class, Undone.class, this::refund)
                .pays()
                .forGood()
                .can("mandate.reserve", Reserve.class, Reserved.class, this::reserve)
                .holds()
                .undoneBy("mandate.release")
                .can("mandate.release", GiveBack.class, Undone.class, this::giveBack)
                .holds()
                .forGood();
    }

    private <O> Outcome<O> perhaps(Task task, boolean mayRefuse, O output, Runnable effect) {
        if (mayRefuse && chaos.percent(4)) {
            chaos.met(Met.BUSINESS_REFUSED);
            return Outcome.refused("SOLD_OUT", "没有了");
        }
        if (!mayRefuse && chaos.percent(1)) {
            chaos.met(Met.UNDO_REFUSED);
            refusedUndos.add(task.id());
            return Outcome.refused("TOO_LATE", "来不及了");
        }
        effect.run();
        state.effects.add(task.id());
        if (chaos.percent(6)) {
            chaos.met(Met.TRANSIENT_FAILURE);
            throw new TransientFailure("UNAVAILABLE", "try later");
        }
        if (mayRefuse && chaos.percent(1)) {
            chaos.met(Met.AGENT_FAULT);
            throw new IllegalStateException("a bug");
        }
        return Outcome.done(output);
    }

    private Outcome<Found> search(Search search, Task task) {
        return perhaps(task, true, found(search.text()), () -> {});
    }

    private static Found found(String text) {
        return new Found(List.of(new Offer(text), new Offer(text + "x"), new Offer(text + "y")));
    }

    private Outcome<Quoted> quote(AskQuote ask, Task task) {
        return perhaps(task, true, new Quoted(quoted("q_" + ask.thing())), () -> {});
    }

    /** Every ~ in its id is one rise of the price. */
    private Quote quoted(String id) {
        String thing = id.replaceAll("^q_|~+$", "");
        long rises = id.chars().filter(c -> c == '~').count();
        Money price = Money.cny(100 + Math.floorMod(thing.hashCode(), 900) + 50 * rises);
        return new Quote(
                id,
                PAYEE,
                thing,
                List.of(Quote.Line.of(thing, 1, price)),
                price,
                OffsetDateTime.ofInstant(clock.instant().plusSeconds(1200), ZoneOffset.ofHours(8)),
                "",
                Map.of());
    }

    private Outcome<Held> hold(HoldIt hold, Task task) {
        String id = "h_" + task.id();
        if (chaos.percent(5)) {
            chaos.met(Met.PRICE_CHANGED);
            return Outcome.refused(
                    "PRICE_CHANGED", "涨价了", new Quoted(quoted(hold.quoteId() + "~")));
        }
        return perhaps(task, true, new Held(id), () -> state.holds.add(id));
    }

    private Outcome<Undone> release(UndoHold hold, Task task) {
        return perhaps(
                task, false, new Undone(hold.holdId()), () -> state.holds.remove(hold.holdId()));
    }

    private Outcome<Ordered> order(OrderIt order, Task task) {
        String id = "o_" + task.id();
        return perhaps(
                task,
                true,
                new Ordered(id),
                () -> {
                    state.holds.remove(order.holdId());
                    state.orders.put(id, order.quoteId());
                });
    }

    private Outcome<Undone> cancel(UndoOrder order, Task task) {
        return perhaps(
                task,
                false,
                new Undone(order.orderId()),
                () -> state.orders.remove(order.orderId()));
    }

    private Outcome<Authorised> authorise(Authorise authorise, Task task) {
        String id = "a_" + task.id();
        Terms terms = Objects.requireNonNull(task.terms());
        long total = 0;
        for (Line line : authorise.lines()) {
            Terms.Item item = terms.item(line.quoteId()).orElseThrow();
            if (!item.total().equals(line.amount()) || !item.payee().equals(line.payee())) {
                throw new IllegalStateException("pays something that was not shown: " + line);
            }
            total += line.amount().amount();
        }
        long sum = total;
        return perhaps(
                task,
                true,
                new Authorised(id, Money.cny(sum)),
                () -> {
                    state.authorised.put(id, sum);
                    state.transfer("wallet", "held", sum);
                });
    }

    private Outcome<Undone> voided(UndoAuthorisation undo, Task task) {
        return perhaps(
                task,
                false,
                new Undone(undo.authorisationId()),
                () -> {
                    long rest =
                            Objects.requireNonNullElse(
                                    state.authorised.remove(undo.authorisationId()), 0L);
                    state.transfer("held", "wallet", rest);
                });
    }

    private Outcome<Captured> capture(Capture capture, Task task) {
        String id = "c_" + task.id();
        long total = Objects.requireNonNull(state.authorised.get(capture.authorisationId()));
        return perhaps(
                task,
                true,
                new Captured(id, Money.cny(total)),
                () -> {
                    state.authorised.remove(capture.authorisationId());
                    state.captured.put(id, total);
                    state.transfer("held", "shop", total);
                });
    }

    private Outcome<Undone> refund(UndoCapture undo, Task task) {
        return perhaps(
                task,
                false,
                new Undone(undo.paymentId()),
                () -> {
                    long paid =
                            Objects.requireNonNullElse(state.captured.remove(undo.paymentId()), 0L);
                    state.transfer("shop", "wallet", paid);
                });
    }

    private Outcome<Reserved> reserve(Reserve reserve, Task task) {
        String id = "m_" + task.id();
        long sum = reserve.lines().stream().mapToLong(line -> line.amount().amount()).sum();
        long taken =
                state.reserved.entrySet().stream()
                        .filter(one -> !reserve.replaces().contains(one.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        if (taken + sum > MANDATE) {
            chaos.met(Met.MANDATE_EXHAUSTED);
            return Outcome.refused("MANDATE_EXHAUSTED", "用完了");
        }
        return perhaps(
                task,
                true,
                new Reserved(id),
                () -> {
                    reserve.replaces().forEach(state.reserved::remove);
                    state.reserved.put(id, sum);
                });
    }

    private Outcome<Undone> giveBack(GiveBack wish, Task task) {
        return perhaps(
                task,
                false,
                new Undone(wish.reservationId()),
                () -> state.reserved.remove(wish.reservationId()));
    }
}
