package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Ware.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How a sandbox refuses, in the language of the task; knows no business. */
public final class Refusals {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private Refusals() {}

    public static boolean chinese(Task task) {
        return !task.lang().startsWith("en");
    }

    public static String in(Task task, String zh, String en) {
        return chinese(task) ? zh : en;
    }

    /** The business says no, in the language of the task. */
    public static <O> Outcome<O> refused(Task task, String code, String zh, String en) {
        return Outcome.refused(code, in(task, zh, en));
    }

    /** The same with more than words, as a record. */
    public static <O> Outcome<O> refused(
            Task task, String code, String zh, String en, Object details) {
        return Outcome.refused(code, in(task, zh, en), details);
    }

    /** 553.5 and 1200: yuan without needless noughts. */
    public static String yuan(Money money) {
        long fen = money.amount();
        return fen % 100 == 0
                ? String.valueOf(fen / 100)
                : String.format(Locale.ROOT, "%.2f", fen / 100.0);
    }

    public static String minute(Instant at) {
        return MINUTE.format(at.atZone(World.ZONE));
    }

    /** The refusal when nothing is sold for that day; empty when something is. */
    public static <O> Optional<Outcome<O>> wrongDay(Task task, LocalDate day) {
        LocalDate today = World.today(task.now());
        LocalDate last = today.plusDays(World.DAYS_AHEAD);
        if (day.isBefore(today)) {
            return Optional.of(datePassed(task, day, today));
        }
        return day.isAfter(last) ? Optional.of(dateTooFar(task, day, last)) : Optional.empty();
    }

    private static <O> Outcome<O> datePassed(Task task, LocalDate date, LocalDate today) {
        return refused(
                task,
                "DATE_PASSED",
                "%s已经过去，今天是%s，请选今天或以后的日期。".formatted(date, today),
                "%s has passed: today is %s. Choose today or later.".formatted(date, today));
    }

    private static <O> Outcome<O> dateTooFar(Task task, LocalDate date, LocalDate last) {
        return refused(
                task,
                "DATE_TOO_FAR",
                "%s还没有开售，目前可订到%s。".formatted(date, last),
                "%s is not on sale yet; the last day on sale is %s.".formatted(date, last));
    }

    public static <O> Outcome<O> unknownOffer(Task task, String offerId, String search) {
        return refused(
                task,
                "UNKNOWN_OFFER",
                "没有编号为“%s”的报价项，请先用%s查询。".formatted(offerId, search),
                "There is no offer '%s'. Take an offerId from %s.".formatted(offerId, search));
    }

    public static <O> Outcome<O> unknown(
            Task task, String code, String what, String zh, String id) {
        return Outcome.refused(
                code,
                in(
                        task,
                        "没有找到编号为“%s”的%s。".formatted(id, zh),
                        "There is no %s '%s' of yours.".formatted(what, id)));
    }

    /**
     * @param unit what is counted
     */
    static <O> Outcome<O> soldOut(Task task, String title, Unit unit, int wanted, int left) {
        return refused(
                task,
                "SOLD_OUT",
                "%s：需要%d%s，只剩%d%s。可以换一个或减少数量。".formatted(title, wanted, unit.zh(), left, unit.zh()),
                "%s: %d%s wanted, %d left. Choose another one or fewer."
                        .formatted(title, wanted, unit.en(), left),
                new Left(wanted, left));
    }

    public static <O> Outcome<O> departed(Task task, String title, Instant closed) {
        return refused(
                task,
                "DEPARTED",
                "%s已于%s截止，不能再办理。".formatted(title, minute(closed)),
                "%s closed at %s; nothing can be done with it any more."
                        .formatted(title, minute(closed)));
    }

    public static <O> Outcome<O> quoteExpired(Task task, Quote quote) {
        return refused(
                task,
                "QUOTE_EXPIRED",
                "%s的报价已于%s失效，请重新报价。"
                        .formatted(quote.title(), minute(quote.validUntil().toInstant())),
                "The quote for %s expired at %s; ask for a new quote."
                        .formatted(quote.title(), minute(quote.validUntil().toInstant())));
    }

    public static <O> Outcome<O> priceChanged(Task task, Quote before, Quote now) {
        return refused(
                task,
                "PRICE_CHANGED",
                "%s的价格已由%s元变为%s元，需要重新确认。"
                        .formatted(now.title(), yuan(before.total()), yuan(now.total())),
                "%s changed from %s to %s yuan; agree to the new quote first."
                        .formatted(now.title(), yuan(before.total()), yuan(now.total())),
                new Quoted(now));
    }

    /** A change costs or gives back something else by now. */
    static <O> Outcome<O> changeMoved(Task task, Quote before, Quote now) {
        String was = yuan(ChangeOffer.refundOf(before));
        String is = yuan(ChangeOffer.refundOf(now));
        return refused(
                task,
                "PRICE_CHANGED",
                "%s：应付由%s元变为%s元，应退由%s元变为%s元，需要重新确认。"
                        .formatted(now.title(), yuan(before.total()), yuan(now.total()), was, is),
                "%s: to pay changed from %s to %s yuan, to give back from %s to %s yuan; agree to the new quote first."
                        .formatted(now.title(), yuan(before.total()), yuan(now.total()), was, is),
                new Quoted(now));
    }

    public static <O> Outcome<O> holdExpired(Task task, String title, Duration kept) {
        return refused(
                task,
                "HOLD_EXPIRED",
                "%s的预留已过期（只保留%d分钟），请重新预留。".formatted(title, kept.toMinutes()),
                "The hold on %s has expired (it lasts %d minutes); hold again."
                        .formatted(title, kept.toMinutes()));
    }

    public static <O> Outcome<O> holdReleased(Task task, String title) {
        return refused(
                task,
                "HOLD_RELEASED",
                "%s的预留已经释放，请重新预留。".formatted(title),
                "The hold on %s was released; hold again.".formatted(title));
    }

    public static <O> Outcome<O> alreadyBooked(Task task, String bookingId) {
        return refused(
                task,
                "ALREADY_BOOKED",
                "该预留已经成单，订单号%s；如不需要请取消订单。".formatted(bookingId),
                "This hold became booking %s; cancel the booking instead.".formatted(bookingId));
    }

    public static <O> Outcome<O> alreadyChanged(Task task, String bookingId, String now) {
        return refused(
                task,
                "ALREADY_CHANGED",
                "订单%s已经改签，现在的订单号是%s，请用它办理。".formatted(bookingId, now),
                "Booking %s was changed; it is booking %s now. Use that one."
                        .formatted(bookingId, now));
    }

    public static <O> Outcome<O> bookingCancelled(Task task, String bookingId) {
        return refused(
                task,
                "BOOKING_CANCELLED",
                "订单%s已经取消，不能再改签，请重新预订。".formatted(bookingId),
                "Booking %s was cancelled and cannot be changed; book anew.".formatted(bookingId));
    }

    public static <O> Outcome<O> sameOffer(Task task, String title) {
        return refused(
                task,
                "SAME_OFFER",
                "%s就是现在的票，请选另一个。".formatted(title),
                "%s is what is booked already; choose another one.".formatted(title));
    }

    public static <O> Outcome<O> notAgreed(Task task, Quote quote) {
        return refused(
                task,
                "NOT_AGREED",
                "%s没有按这个收款方和金额（%s元）得到确认，需要先确认。".formatted(quote.title(), yuan(quote.total())),
                "%s was not agreed to with this payee and amount (%s yuan); agree to the quote first."
                        .formatted(quote.title(), yuan(quote.total())));
    }

    public static <O> Outcome<O> notPositive(Task task, int quantity) {
        return refused(
                task,
                "BAD_QUANTITY",
                "数量至少为1，收到的是%d。".formatted(quantity),
                "At least one is needed, not %d.".formatted(quantity));
    }

    /**
     * @param most of one thing in one order
     */
    public static <O> Outcome<O> badQuantity(Task task, int quantity, int most) {
        return refused(
                task,
                "BAD_QUANTITY",
                "数量应在1到%d之间，收到的是%d。".formatted(most, quantity),
                "A quantity is 1 to %d, not %d.".formatted(most, quantity));
    }

    /** How many were wanted and how many there are. */
    public record Left(int wanted, int left) {}
}
