package errand.orchestrator.plan;

import errand.orchestrator.plan.Changing.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a plan does not stay when it is changed, and what that takes. */
final class Leaving {

    private final Plan plan;
    private final Documents documents;
    private final Set<String> kept;
    private final List<Step> steps = new ArrayList<>();

    Leaving(Plan plan, Documents documents, Set<String> kept) {
        this.plan = plan;
        this.documents = documents;
        this.kept = kept;
        for (Step step : plan.all()) {
            String parent = step.parent();
            boolean gone = step.phase() == Phase.SKIPPED || step.phase() == Phase.UNDONE;
            if (!step.implicit() && !gone && !kept.contains(parent == null ? step.id() : parent)) {
                steps.add(step);
            }
        }
    }

    /** Why they cannot be left, null when they can. */
    @Nullable Reason obstacle() {
        if (steps.stream().anyMatch(step -> binds(step) && forGood(step))) {
            return Reason.TOO_LATE;
        }
        boolean busy =
                steps.stream().anyMatch(step -> binds(step) && unanswered(step))
                        || plan.all().stream().anyMatch(this::wherever);
        return busy ? Reason.BUSY : null;
    }

    /** A mandate is asked, or an earlier change is still being given back. */
    private boolean wherever(Step step) {
        boolean back =
                plan.stage() instanceof Stage.Running running
                        && running.givingBack().contains(step.id())
                        && step.phase() != Phase.UNDONE;
        return back || (step.implicit() && unanswered(step));
    }

    private static boolean unanswered(Step step) {
        return step.phase() != Phase.ASKING && step.phase().underWay();
    }

    private boolean binds(Step step) {
        return step.spec().each() == null
                && !step.spec().asks()
                && plan.manifest(step).effect().writes();
    }

    /** An order may be cancelled at a price only, and what was paid for good comes back late. */
    private boolean forGood(Step step) {
        Manifest manifest = plan.manifest(step);
        String output = step.output();
        boolean paid =
                manifest.effect() == Effect.PAY
                        && output != null
                        && documents.paid(output).amount() > 0;
        boolean bound = manifest.undo() == null || manifest.effect() == Effect.COMMIT || paid;
        return step.phase() == Phase.UNDO_FAILED || (step.phase() == Phase.DONE && bound);
    }

    /** Cards whose steps or quotes do not stay: they cover nothing any more. */
    List<String> cards() {
        List<String> quotes = quotes();
        return plan.consents().stream()
                .filter(card -> card.state() == Consent.State.GRANTED)
                .filter(
                        card ->
                                !kept.containsAll(card.stepIds())
                                        || card.items().stream()
                                                .anyMatch(it -> quotes.contains(it.quoteId())))
                .map(Consent::id)
                .toList();
    }

    /** What was done and binds, and what a mandate reserved for those cards. */
    List<String> undo(List<String> cards) {
        List<String> undo = new ArrayList<>();
        for (Step step : steps) {
            if (binds(step) && step.phase() == Phase.DONE) {
                undo.add(step.id());
            }
        }
        for (Consent card : plan.consents()) {
            String mandate = Mandates.stepOf(plan, card);
            boolean reserved =
                    plan.step(mandate).filter(it -> it.phase() == Phase.DONE).isPresent();
            if (cards.contains(card.id()) && reserved) {
                undo.add(mandate);
            }
        }
        return undo;
    }

    List<String> left() {
        return steps.stream().filter(step -> !binds(step)).map(Step::id).toList();
    }

    List<String> quotes() {
        Set<String> given = new LinkedHashSet<>();
        steps.stream().filter(step -> !binds(step)).forEach(step -> given.addAll(quotes(step)));
        plan.all().stream()
                .filter(step -> kept.contains(step.id()))
                .forEach(step -> quotes(step).forEach(given::remove));
        return List.copyOf(given);
    }

    private List<String> quotes(Step step) {
        String output = step.output();
        if (output == null || step.spec().asks()) {
            return List.of();
        }
        return documents.quotes(output, plan.manifest(step).quotePaths())
                        instanceof Documents.Answer.Known<List<Quote>>(var quotes)
                ? quotes.stream().map(Quote::quoteId).toList()
                : List.of();
    }
}
