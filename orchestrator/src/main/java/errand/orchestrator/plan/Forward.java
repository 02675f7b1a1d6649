package errand.orchestrator.plan;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.PlanEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows while a plan is on its way forward. */
final class Forward {

    private final Journal journal;
    private final Documents documents;
    private final Cards cards;

    Forward(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
        this.cards = new Cards(journal, documents);
    }

    void run() {
        if (turnsRound() || rests()) {
            return;
        }
        each(Phase.WAITING, this::prepare);
        each(Phase.EXPANDED, this::gather);
        each(Phase.READY, this::send);
        if (turnsRound() || rests()) {
            return;
        }
        int before = journal.size();
        new Mandates(journal, documents).judge(cards);
        if (journal.size() > before) {
            return; // what a mandate stands in for is sent before anybody is asked about it
        }
        new Asking(journal, cards).ask();
        new Closing(journal, documents).close();
    }

    /** Nothing new is sent while another way is looked for, or the old one is given back. */
    private boolean rests() {
        return journal.plan().stage() instanceof Stage.Running running
                && (running.revising() != null
                        || !new Backward(journal, documents).gaveBack(running.givingBack()));
    }

    private void each(Phase phase, java.util.function.Consumer<Step> work) {
        for (Step step : List.copyOf(journal.plan().all())) {
            if (journal.plan().stage() instanceof Stage.Running
                    && journal.plan().the(step.id()).phase() == phase) {
                work.accept(journal.plan().the(step.id()));
            }
        }
    }

    /** A step that had to succeed has failed, or the person said no. */
    private boolean turnsRound() {
        for (Consent consent : journal.plan().consents()) {
            if (consent.state() == Consent.State.REFUSED) {
                journal.unwind(Outcome.CANCELLED, cancelled("CONSENT_REFUSED", "You said no."));
            } else if (consent.state() == Consent.State.EXPIRED) {
                journal.unwind(
                        Outcome.CANCELLED,
                        cancelled("CONSENT_EXPIRED", "Nobody answered before the offer ended."));
            }
        }
        for (Step step : journal.plan().all()) {
            boolean lost = step.phase() == Phase.FAILED && !journal.plan().mayFail(step);
            boolean overdue =
                    step.phase() == Phase.WITHDRAWN
                            && step.spec().onFailure() instanceof OnFailure.Fail;
            Failure failure = step.failure();
            if ((lost || overdue)
                    && failure != null
                    && !new Revisions(journal).asked(step, failure)) {
                journal.unwind(Outcome.FAILED, failure);
            }
        }
        return !(journal.plan().stage() instanceof Stage.Running);
    }

    private static Failure cancelled(String code, String message) {
        return Failure.of(Failure.Kind.CANCELLED, code, message);
    }

    private void prepare(Step step) {
        Plan plan = journal.plan();
        for (String need : step.spec().needs()) {
            if (!plan.settled(plan.the(need))) {
                return;
            }
        }
        Documents.Scope scope =
                new Documents.Scope(plan.spec().in(), plan.outputs(), step.item(), journal.at());
        if (wanted(step, scope)) {
            String each = step.spec().each();
            if (each != null && step.item() == null) {
                expand(step, each, scope);
            } else {
                resolve(step, scope);
            }
        }
    }

    private boolean wanted(Step step, Documents.Scope scope) {
        String when = step.spec().when();
        if (when == null) {
            return true;
        }
        return switch (documents.condition(when, scope)) {
            case Answer.Known<Boolean> known -> {
                if (!known.value()) {
                    journal.note(new StepSkipped(step.id(), "its condition is false"));
                }
                yield known.value();
            }
            case Answer.Fault<Boolean> fault -> {
                journal.fail(step, fault.failure());
                yield false;
            }
        };
    }

    private void expand(Step step, String each, Documents.Scope scope) {
        switch (documents.elements(each, scope)) {
            case Answer.Known<List<String>> known when known.value().size() > Limits.EACH ->
                    journal.fail(
                            step,
                            Failure.of(
                                    Failure.Kind.INVALID,
                                    "TOO_MANY_ITEMS",
                                    "Step '%s' would run %d times; at most %d are allowed."
                                            .formatted(
                                                    step.id(), known.value().size(), Limits.EACH)));
            case Answer.Known<List<String>> known ->
                    journal.note(new StepExpanded(step.id(), known.value()));
            case Answer.Fault<List<String>> fault -> journal.fail(step, fault.failure());
        }
    }

    private void resolve(Step step, Documents.Scope scope) {
        String schema = journal.plan().manifest(step).inputSchema();
        switch (documents.input(step.spec().input(), scope, schema)) {
            case Answer.Known<String> known ->
                    journal.note(
                            new StepReady(
                                    step.id(), known.value(), documents.quoteIds(known.value())));
            case Answer.Fault<String> fault -> journal.fail(step, named(step, fault.failure()));
        }
    }

    private static Failure named(Step step, Failure failure) {
        return new Failure(
                failure.kind(),
                failure.code(),
                "Step '%s' (%s): %s".formatted(step.id(), step.capability(), failure.message()),
                failure.details());
    }

    /** An expanded step is done when all its children are settled. */
    private void gather(Step parent) {
        List<Step> children = journal.plan().children(parent);
        if (children.stream().allMatch(journal.plan()::settled)) {
            List<@Nullable String> outputs = new ArrayList<>();
            children.forEach(child -> outputs.add(child.output()));
            journal.note(new StepSucceeded(parent.id(), documents.array(outputs), List.of()));
        }
    }

    private void send(Step step) {
        if (step.spec().asks()) {
            return;
        }
        Manifest manifest = journal.plan().manifest(step);
        Failure bar = barred(step, manifest);
        if (bar != null) {
            journal.fail(step, bar);
        } else if (!manifest.needsConsent()) {
            dispatch(step, manifest, null);
        } else {
            Consent consent =
                    cards.covering(
                            Objects.requireNonNull(cards.quotesOf(step)),
                            manifest.maturity() == Maturity.CONFIRM);
            if (consent != null) {
                dispatch(step, manifest, consent.id());
            }
        }
    }

    /** Why a step must not run at all, whatever the person says. */
    private @Nullable Failure barred(Step step, Manifest manifest) {
        if (manifest.maturity() == Maturity.QUARANTINED) {
            return invalid("QUARANTINED", "%s is quarantined.".formatted(step.capability()));
        }
        if (!manifest.effect().writes()) {
            return null;
        }
        if (manifest.maturity() == Maturity.SHADOW) {
            return invalid(
                    "SHADOW", "%s is on trial and may not write.".formatted(step.capability()));
        }
        List<Quote> quotes = cards.quotesOf(step);
        if (quotes == null) {
            return invalid(
                    "QUOTE_UNKNOWN",
                    "Step '%s' names a quote that no agent gave in this plan: %s."
                            .formatted(step.id(), step.quoteIds()));
        }
        Failure claim = misclaimed(step);
        return claim != null || step.quoteIds().isEmpty()
                ? claim
                : new Budget(journal.plan(), documents).exceededBy(quotes);
    }

    /** Payee and amount come from the quote the person saw, whatever the input says. */
    private @Nullable Failure misclaimed(Step step) {
        for (Documents.Claim claim : documents.claims(Objects.requireNonNull(step.input()))) {
            Quote quote = journal.plan().quotes().get(claim.quoteId());
            boolean payee =
                    quote != null
                            && (claim.payeeId() == null
                                    || claim.payeeId().equals(quote.payee().id()));
            boolean amount =
                    quote != null
                            && (claim.amount() == null || claim.amount().equals(quote.total()));
            if (!payee || !amount) {
                return invalid(
                        "NOT_AS_QUOTED",
                        "Step '%s' would pay %s to '%s' for quote %s, which says otherwise."
                                .formatted(
                                        step.id(),
                                        claim.amount(),
                                        claim.payeeId(),
                                        claim.quoteId()));
            }
        }
        return null;
    }

    private static Failure invalid(String code, String message) {
        return Failure.of(Failure.Kind.INVALID, code, message);
    }

    private void dispatch(Step step, Manifest manifest, @Nullable String consentId) {
        java.time.Duration within =
                Objects.requireNonNullElse(step.spec().answerWithin(), manifest.answerWithin());
        Instant deadline = journal.at().plus(within);
        journal.note(
                new StepDispatched(
                        step.id(), step.taskId(journal.plan().id()), 1, deadline, consentId));
    }
}
