package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanCommand.AnswerConsent;
import errand.orchestrator.plan.PlanEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the person is asked, and what the answer does. */
final class Cards {

    private final Journal journal;
    private final Documents documents;

    Cards(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    /** Opens one card for these steps, over these quotes; a budget they break unwinds the plan. */
    void open(List<Step> steps, List<Quote> items) {
        Plan plan = journal.plan();
        Budget budget = new Budget(plan, documents);
        Failure over = budget.exceededBy(items);
        if (over != null) {
            journal.unwind(Outcome.FAILED, over);
            return;
        }
        Money total = Budget.total(items);
        String shown = documents.shown(plan.id(), total, items);
        Consent card =
                new Consent(
                        nextId(plan),
                        steps.stream().map(Step::id).toList(),
                        documents.hash(shown),
                        shown,
                        items,
                        total,
                        expiry(items),
                        replaced(plan, steps),
                        Consent.State.OPEN);
        Mandates mandates = new Mandates(journal, documents);
        if (mandates.mayStandIn(steps, items)) {
            mandates.tryFor(card);
        } else {
            journal.note(new ConsentAsked(card));
        }
    }

    /** {@code k_<uuid of the plan>-<n>}: ids of cards follow from the plan, nothing is random. */
    private static String nextId(Plan plan) {
        String uuid = plan.id().substring(plan.id().indexOf('_') + 1);
        return "k_" + uuid + "-" + (plan.consents().size() + 1);
    }

    /** The last card that asked for one of these steps and no longer covers what would run. */
    private static @Nullable String replaced(Plan plan, List<Step> steps) {
        return plan.consents().reversed().stream()
                .filter(
                        card ->
                                steps.stream().anyMatch(it -> card.stepIds().contains(it.id()))
                                        || outdated(plan, card)
                                        || gaveWay(plan, card))
                .map(Consent::id)
                .findFirst()
                .orElse(null);
    }

    /** Withdrawn, and no other card stands in its place yet. */
    private static boolean gaveWay(Plan plan, Consent card) {
        return card.state() == Consent.State.WITHDRAWN
                && plan.consents().stream().noneMatch(it -> card.id().equals(it.replaces()));
    }

    /** Agreed to, and about something that nobody acts on any more. */
    private static boolean outdated(Plan plan, Consent card) {
        return card.state() == Consent.State.GRANTED
                && card.items().stream()
                        .anyMatch(
                                item ->
                                        !item.lines().isEmpty()
                                                && !plan.quotes().containsKey(item.quoteId()));
    }

    private Instant expiry(List<Quote> items) {
        Instant latest = journal.at().plus(Limits.CONSENT);
        for (Quote item : items) {
            if (item.validUntil().isBefore(latest)) {
                latest = item.validUntil();
            }
        }
        return latest;
    }

    void answer(AnswerConsent answer) {
        Consent consent = journal.plan().consent(answer.consentId()).orElse(null);
        if (consent == null) {
            return;
        }
        if (consent.state() != Consent.State.OPEN) {
            repeated(consent, answer);
        } else if (!answer.at().isBefore(consent.expiresAt())) {
            journal.note(new ConsentExpired(consent.id()));
            decline(
                    consent,
                    "EXPIRED",
                    "This offer could be answered until %s.".formatted(consent.expiresAt()));
        } else if (!answer.hash().equals(consent.hash())) {
            decline(
                    consent,
                    "STALE",
                    "What was shown with hash %s is not what would run now."
                            .formatted(answer.hash()));
        } else if (answer.granted()) {
            agreed(consent, new ConsentGranted(consent.id()));
        } else {
            journal.note(new ConsentRefused(consent.id()));
        }
    }

    private void repeated(Consent consent, AnswerConsent answer) {
        boolean same =
                answer.hash().equals(consent.hash())
                        && consent.state()
                                == (answer.granted()
                                        ? Consent.State.GRANTED
                                        : Consent.State.REFUSED);
        if (!same) {
            decline(
                    consent,
                    "ANSWERED_OTHERWISE",
                    "This consent is already %s."
                            .formatted(consent.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private void decline(Consent consent, String code, String message) {
        journal.note(new ConsentAnswerDeclined(consent.id(), code, message));
    }

    /** The person, or a mandate, agreed: steps that only asked are done with that. */
    void agreed(Consent consent, PlanEvent granted) {
        journal.note(granted);
        for (String id : consent.stepIds()) {
            Step step = journal.plan().the(id);
            if (step.spec().asks()) {
                List<Quote> own =
                        consent.items().stream()
                                .filter(item -> step.quoteIds().contains(item.quoteId()))
                                .toList();
                journal.note(
                        new StepSucceeded(
                                id,
                                documents.consentOutput(consent.id(), Budget.total(own), own),
                                List.of()));
            }
        }
    }

    /** The quotes behind a step, recorded when agents gave them; null when one is not known. */
    @Nullable List<Quote> quotesOf(Step step) {
        List<Quote> quotes = new ArrayList<>();
        for (String id : step.quoteIds()) {
            Quote quote = journal.plan().quotes().get(id);
            if (quote == null) {
                return null;
            }
            quotes.add(quote);
        }
        if (quotes.isEmpty() && !step.spec().asks()) {
            String input = java.util.Objects.requireNonNull(step.input());
            quotes.add(
                    documents.unquoted(
                            step.capability(), input, journal.at().plus(Limits.CONSENT)));
        }
        return quotes;
    }

    /**
     * The granted card that covers all of these as they are now.
     *
     * @param inPerson whether only the person's own yes counts, and no mandate
     */
    @Nullable Consent covering(List<Quote> quotes, boolean inPerson) {
        return journal.plan().consents().stream()
                .filter(consent -> !inPerson || !Mandates.stoodIn(journal.plan(), consent))
                .filter(consent -> quotes.stream().allMatch(consent::covers))
                .findFirst()
                .orElse(null);
    }

    /** All quotes of several steps, each once, in order. */
    List<Quote> together(List<Step> steps) {
        Map<String, Quote> items = new LinkedHashMap<>();
        for (Step step : steps) {
            List<Quote> quotes = quotesOf(step);
            if (quotes != null) {
                quotes.forEach(quote -> items.put(quote.quoteId(), quote));
            }
        }
        return List.copyOf(items.values());
    }
}
