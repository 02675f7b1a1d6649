package errand.orchestrator.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plan as it stands: the fold of its facts. Immutable.
 *
 * @param steps by id, in planned order; children of {@code each} directly after their parent
 * @param consents in the order they were asked
 * @param quotes by id, as last given by an agent
 * @param finished how many steps have finished, for the order of undoing
 */
public record Plan(
        PlanSpec spec,
        Stage stage,
        Map<String, Step> steps,
        List<Consent> consents,
        Map<String, Quote> quotes,
        int finished) {

    public Plan {
        steps = Collections.unmodifiableMap(steps);
        consents = List.copyOf(consents);
        quotes = Collections.unmodifiableMap(quotes);
    }

    static Plan accepted(PlanSpec spec) {
        Map<String, Step> steps = new LinkedHashMap<>();
        spec.steps().forEach(step -> steps.put(step.id(), Step.planned(step)));
        return new Plan(spec, new Stage.Running(), steps, List.of(), Map.of(), 0);
    }

    public String id() {
        return spec.id();
    }

    public boolean closed() {
        return stage instanceof Stage.Closed;
    }

    public Optional<Step> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    Collection<Step> all() {
        return steps.values();
    }

    /** A step that is known to be there. */
    Step the(String id) {
        return Objects.requireNonNull(steps.get(id), id);
    }

    List<Step> children(Step parent) {
        return all().stream().filter(step -> parent.id().equals(step.parent())).toList();
    }

    /** The manifest of a capability; validation has seen to it that there is one. */
    public Manifest manifest(String capability) {
        return Objects.requireNonNull(spec.manifests().get(capability), capability);
    }

    Manifest manifest(Step step) {
        return manifest(step.capability());
    }

    /** The step whose task, do or undo, in its present round, has this id. */
    Optional<Step> ofTask(String taskId) {
        String[] parts = taskId.split("/", -1);
        if (parts.length != 4 || !parts[0].equals(id())) {
            return Optional.empty();
        }
        return step(parts[1])
                .filter(
                        step ->
                                taskId.equals(step.taskId(id()))
                                        || taskId.equals(step.undoTaskId(id())));
    }

    public Optional<Consent> consent(String id) {
        return consents.stream().filter(consent -> consent.id().equals(id)).findFirst();
    }

    List<Consent> open() {
        return consents.stream().filter(consent -> consent.state() == Consent.State.OPEN).toList();
    }

    /** Outputs by step id, as expressions see them. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Step step : all()) {
            String output = step.output();
            if (output != null && own(step) && step.phase() == Phase.DONE && !unseen(step)) {
                outputs.put(step.id(), output);
            }
        }
        return outputs;
    }

    /** On trial: it is run and looked at by nobody but operators. */
    public boolean unseen(Step step) {
        return !step.spec().asks()
                && manifest(step).maturity() == Maturity.SHADOW
                && !manifest(step).effect().writes();
    }

    /** Nothing more comes of it as long as the plan goes forward. */
    boolean settled(Step step) {
        return step.phase() == Phase.DONE
                || step.phase() == Phase.SKIPPED
                || step.phase() == Phase.UNDONE
                || (step.phase() == Phase.FAILED && mayFail(step));
    }

    /** Whether the plan goes on without it. */
    boolean mayFail(Step step) {
        return step.spec().optional() || unseen(step);
    }

    /** Written in the plan itself: no element of {@code each}, no step of the platform. */
    private static boolean own(Step step) {
        return step.parent() == null && !step.implicit();
    }

    Plan with(Step step) {
        Map<String, Step> next = new LinkedHashMap<>(steps);
        next.put(step.id(), step);
        return new Plan(spec, stage, next, consents, quotes, finished);
    }

    Plan withChildren(Step parent, List<Step> children) {
        Map<String, Step> next = new LinkedHashMap<>();
        for (Step step : all()) {
            next.put(step.id(), step.id().equals(parent.id()) ? parent : step);
            if (step.id().equals(parent.id())) {
                children.forEach(child -> next.put(child.id(), child));
            }
        }
        return new Plan(spec, stage, next, consents, quotes, finished);
    }

    Plan in(Stage next) {
        return new Plan(spec, next, steps, consents, quotes, finished);
    }

    Plan counting() {
        return new Plan(spec, stage, steps, consents, quotes, finished + 1);
    }

    Plan with(Consent consent) {
        List<Consent> next = new ArrayList<>(consents);
        next.removeIf(known -> known.id().equals(consent.id()));
        next.add(consent);
        return new Plan(spec, stage, steps, next, quotes, finished);
    }

    Plan with(List<Quote> given) {
        if (given.isEmpty()) {
            return this;
        }
        Map<String, Quote> next = new LinkedHashMap<>(quotes);
        given.forEach(quote -> next.put(quote.quoteId(), quote));
        return new Plan(spec, stage, steps, consents, next, finished);
    }

    /** With the steps of another way in its specification; their states are not begun. */
    Plan with(Change change) {
        Map<String, Manifest> manifests = new LinkedHashMap<>(change.manifests());
        manifests.putAll(spec.manifests());
        List<StepSpec> all = new ArrayList<>(spec.steps());
        all.addAll(change.steps());
        Map<String, Quote> next = new LinkedHashMap<>(quotes);
        if (change.dropped() != null) {
            next.remove(change.dropped());
        }
        PlanSpec planned = spec.with(all, manifests);
        Change.Wish wish = change.wish();
        if (wish != null) {
            wish.quotes().forEach(next::remove);
            planned = planned.aiming(wish);
        }
        return new Plan(planned, stage, steps, consents, next, finished);
    }

    Plan replacing(String quoteId, Quote quote) {
        Map<String, Quote> next = new LinkedHashMap<>(quotes);
        next.remove(quoteId);
        next.put(quote.quoteId(), quote);
        return new Plan(spec, stage, steps, consents, next, finished);
    }

    /** The earliest moment at which something falls due, or null. */
    public java.time.@Nullable Instant nextDue() {
        java.time.Instant next = stage instanceof Stage.Running ? spec.deadline() : null;
        for (Step step : all()) {
            if (step.phase().underWay() && step.due() != null) {
                next = earlier(next, step.due());
            }
        }
        for (Consent consent : consents) {
            if (consent.state() == Consent.State.OPEN) {
                next = earlier(next, consent.expiresAt());
            }
        }
        return next;
    }

    private static java.time.Instant earlier(
            java.time.@Nullable Instant one, java.time.Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
