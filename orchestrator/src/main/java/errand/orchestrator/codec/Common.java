package errand.orchestrator.codec;

import errand.common.FailureKind;
import errand.facts.PlanOutcome;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many records hold: money, quotes, failures, outcomes. */
final class Common {

    private Common() {}

    static errand.common.Money toAvro(Money money) {
        return new errand.common.Money(money.amount(), money.currency());
    }

    static Money fromAvro(errand.common.Money money) {
        return new Money(money.getAmount(), money.getCurrency());
    }

    static errand.common.Failure toAvro(Failure failure) {
        return new errand.common.Failure(
                FailureKind.valueOf(failure.kind().name()),
                failure.code(),
                failure.message(),
                failure.details());
    }

    static errand.common.@Nullable Failure failureOrNull(@Nullable Failure failure) {
        return failure == null ? null : toAvro(failure);
    }

    static Failure fromAvro(errand.common.Failure failure) {
        return new Failure(
                Failure.Kind.valueOf(failure.getKind().name()),
                failure.getCode(),
                failure.getMessage(),
                failure.getDetails());
    }

    static @Nullable Failure failureFromNullable(errand.common.@Nullable Failure failure) {
        return failure == null ? null : fromAvro(failure);
    }

    static PlanOutcome toAvro(Outcome outcome) {
        return PlanOutcome.valueOf(outcome.name());
    }

    static Outcome fromAvro(PlanOutcome outcome) {
        return Outcome.valueOf(outcome.name());
    }

    static List<errand.common.Quote> quotesToAvro(List<Quote> quotes) {
        return quotes.stream().map(Common::toAvro).toList();
    }

    static List<Quote> quotesFromAvro(List<errand.common.Quote> quotes) {
        return quotes.stream().map(Common::fromAvro).toList();
    }

    static errand.common.Quote toAvro(Quote quote) {
        return new errand.common.Quote(
                quote.quoteId(),
                new errand.common.Payee(quote.payee().id(), quote.payee().name()),
                quote.title(),
                quote.lines().stream()
                        .map(
                                line ->
                                        new errand.common.QuoteLine(
                                                line.title(),
                                                line.quantity(),
                                                toAvro(line.unit()),
                                                toAvro(line.amount())))
                        .toList(),
                toAvro(quote.total()),
                quote.validUntil(),
                quote.cancellation());
    }

    static Quote fromAvro(errand.common.Quote quote) {
        return new Quote(
                quote.getQuoteId(),
                new Payee(quote.getPayee().getId(), quote.getPayee().getName()),
                quote.getTitle(),
                quote.getLines().stream()
                        .map(
                                line ->
                                        new Quote.Line(
                                                line.getTitle(),
                                                line.getQuantity(),
                                                fromAvro(line.getUnit()),
                                                fromAvro(line.getAmount())))
                        .toList(),
                fromAvro(quote.getTotal()),
                quote.getValidUntil(),
                quote.getCancellation());
    }
}
