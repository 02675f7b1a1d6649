package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.Decision;
import errand.events.PlanSubmitted;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.events.TimerDue;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every interleaving of a plan of three steps (look, hold, order) with one failure, one cancel, one
 * card answered either way, one repeated message and one clock that runs ahead.
 */
final class SmallScope {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String PLAN = "p_0";
    private static final String QUOTED =
            """
            {"quote":{"quoteId":"q_1","payee":{"id":"shop:1","name":"样板店"},"title":"x","lines":[{"title":"x","quantity":1,\
            "unit":{"amount":100,"currency":"CNY"},"amount":{"amount":100,"currency":"CNY"}}],\
            "total":{"amount":100,"currency":"CNY"},"validUntil":"2026-11-23T16:20:00+08:00",\
            "cancellation":"","details":{}}}""";

    /** What may still go wrong. */
    private record Mishaps(int failures, int cancels, int repeats, int haste) {
        Mishaps failed() {
            return new Mishaps(failures - 1, cancels, repeats, haste);
        }

        Mishaps cancelled() {
            return new Mishaps(failures, cancels - 1, repeats, haste);
        }

        Mishaps repeated() {
            return new Mishaps(failures, cancels, repeats - 1, haste);
        }

        Mishaps hurried() {
            return new Mishaps(failures, cancels, repeats, haste - 1);
        }
    }

    /**
     * Where everything stands.
     *
     * @param ended the plan once it is over
     * @param tasks on their way to the agent
     * @param replies on their way back
     * @param rows the agent's inbox: what it answered to writes, by task id
     */
    private record World(
            Conversation talk,
            @Nullable Plan ended,
            List<SpecificRecord> tasks,
            List<SpecificRecord> replies,
            Map<String, SpecificRecord> rows,
            Mishaps mishaps) {}

    private final Core core = Run.core();
    private final Set<World> seen = new HashSet<>();
    private final Deque<World> open = new ArrayDeque<>();
    private int ends;

    private SmallScope() {}

    /** How many states there are; {@link Broken} when one of them is a bad end. */
    static int explore() {
        SmallScope scope = new SmallScope();
        scope.begin();
        while (!scope.open.isEmpty()) {
            scope.goOn(scope.open.pop());
        }
        assertThat(scope.ends).isPositive();
        return scope.seen.size();
    }

    private void begin() {
        Chaos none = new Chaos(0);
        var shop = new ModelShop(none, java.time.Clock.fixed(START, java.time.ZoneOffset.UTC));
        var agent =
                new SimulatedAgent(
                        none, shop, java.time.Clock.fixed(START, java.time.ZoneOffset.UTC));
        PlanSpec plan = new PlanMaker(none, agent.table()).small(PLAN);
        World nothing =
                new World(
                        Conversation.begun(Run.CONVERSATION),
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        new Mishaps(1, 1, 1, 1));
        reach(
                told(
                        nothing,
                        new PlanSubmitted(
                                "submit",
                                START,
                                Run.CONVERSATION,
                                PLAN,
                                plan.user(),
                                plan.lang(),
                                CoreJson.write(plan),
                                null)));
    }

    private void reach(World world) {
        if (seen.add(world)) {
            open.push(world);
        }
    }

    private void goOn(World world) {
        int moves = tasks(world) + replies(world) + person(world) + time(world);
        if (moves == 0) {
            ends++;
            judge(world);
        }
    }

    private int tasks(World world) {
        for (SpecificRecord task : new LinkedHashSet<>(world.tasks())) {
            World taken = with(world, without(world.tasks(), task), world.replies());
            perform(taken, task, this::reach);
            if (world.mishaps().repeats() > 0) {
                World kept = spend(world, world.mishaps().repeated());
                perform(kept, task, this::reach);
            }
        }
        return world.tasks().size();
    }

    /** What the agent may make of a task. */
    private void perform(World world, SpecificRecord task, Consumer<World> next) {
        if (task instanceof TaskCancelled cancelled) {
            next.accept(remembered(world, cancelled.getTaskId(), no(cancelled.getTaskId(), true)));
            return;
        }
        TaskRequested asked = (TaskRequested) task;
        String id = asked.getTaskId();
        if (asked.getStepId().equals("q")) {
            next.accept(answered(world, done(id, QUOTED)));
        } else {
            next.accept(remembered(world, id, performed(asked)));
        }
        if (world.mishaps().failures() > 0 && !world.rows().containsKey(id)) {
            World failing = spend(world, world.mishaps().failed());
            next.accept(answered(failing, failed(asked)));
            next.accept(remembered(failing, id, no(id, false)));
        }
    }

    private static SpecificRecord performed(TaskRequested asked) {
        if (asked.getCapability().equals("shop.thing.order") && asked.getTerms() == null) {
            throw new Broken("G1 nothing binds before its consent", asked.toString());
        }
        return done(
                asked.getTaskId(),
                switch (asked.getCapability()) {
                    case "shop.thing.hold" -> "{\"holdId\":\"h\"}";
                    case "shop.thing.order" -> "{\"orderId\":\"o\"}";
                    default -> "{\"what\":\"x\"}";
                });
    }

    /** Answers with what stands in the inbox, or with this, which stands there from now on. */
    private static World remembered(World world, String id, SpecificRecord reply) {
        SpecificRecord row = world.rows().get(id);
        if (row != null) {
            return answered(world, row);
        }
        Map<String, SpecificRecord> rows = new TreeMap<>(world.rows());
        rows.put(id, reply);
        return answered(
                new World(
                        world.talk(),
                        world.ended(),
                        world.tasks(),
                        world.replies(),
                        rows,
                        world.mishaps()),
                reply);
    }

    private int replies(World world) {
        for (SpecificRecord reply : new LinkedHashSet<>(world.replies())) {
            reach(told(with(world, world.tasks(), without(world.replies(), reply)), reply));
            if (world.mishaps().repeats() > 0) {
                reach(told(spend(world, world.mishaps().repeated()), reply));
            }
        }
        return world.replies().size();
    }

    private int person(World world) {
        Plan plan = world.talk().plans().get(PLAN);
        if (plan == null) {
            return 0;
        }
        int moves = 0;
        for (Consent card : plan.consents()) {
            if (card.state() == Consent.State.OPEN) {
                reach(told(world, answer(card, Decision.GRANT)));
                reach(told(world, answer(card, Decision.REFUSE)));
                moves++;
            }
        }
        if (world.mishaps().cancels() > 0) {
            reach(
                    told(
                            spend(world, world.mishaps().cancelled()),
                            new CancelRequested(
                                    "cancel", START, Run.CONVERSATION, null, "算了", null)));
        }
        return moves;
    }

    /** The clock goes on when nothing else is under way, and once before that. */
    private int time(World world) {
        Instant due = world.talk().nextDue();
        if (due == null) {
            return 0;
        }
        boolean quiet = world.tasks().isEmpty() && world.replies().isEmpty();
        if (quiet || world.mishaps().haste() > 0) {
            World from = quiet ? world : spend(world, world.mishaps().hurried());
            reach(told(from, new TimerDue("timer", due, Run.CONVERSATION, due)));
        }
        return quiet ? 1 : 0;
    }

    private static ConsentAnswered answer(Consent card, Decision decision) {
        return new ConsentAnswered(
                "answer", START, Run.CONVERSATION, card.id(), decision, card.hash(), null);
    }

    private World told(World world, SpecificRecord record) {
        Core.Step step = core.apply(world.talk(), Inputs.fromAvro(record));
        List<SpecificRecord> tasks = new ArrayList<>(world.tasks());
        Outbox.of(step.full(), step.full().at(), step.facts()).stream()
                .map(Outgoing::message)
                .filter(it -> it instanceof TaskRequested || it instanceof TaskCancelled)
                .map(SpecificRecord.class::cast)
                .forEach(tasks::add);
        Plan plan = step.full().plans().get(PLAN);
        Conversation kept = step.kept();
        return with(
                new World(
                        // How many facts there were makes no difference to what may come.
                        new Conversation(kept.id(), 0, kept.at(), kept.plans(), kept.talk()),
                        plan != null && plan.closed() ? plan : world.ended(),
                        world.tasks(),
                        world.replies(),
                        world.rows(),
                        world.mishaps()),
                tasks,
                world.replies());
    }

    private static World answered(World world, SpecificRecord reply) {
        List<SpecificRecord> replies = new ArrayList<>(world.replies());
        replies.add(reply);
        return with(world, world.tasks(), replies);
    }

    /** In one order, so that worlds that differ only in it are one. */
    private static World with(
            World world, List<SpecificRecord> tasks, List<SpecificRecord> replies) {
        return new World(
                world.talk(),
                world.ended(),
                sorted(tasks),
                sorted(replies),
                world.rows(),
                world.mishaps());
    }

    private static World spend(World world, Mishaps left) {
        return new World(
                world.talk(), world.ended(), world.tasks(), world.replies(), world.rows(), left);
    }

    private static List<SpecificRecord> sorted(List<SpecificRecord> records) {
        return records.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static List<SpecificRecord> without(List<SpecificRecord> records, SpecificRecord one) {
        List<SpecificRecord> left = new ArrayList<>(records);
        left.remove(one);
        return left;
    }

    private static TaskSucceeded done(String taskId, String output) {
        return new TaskSucceeded("r:" + taskId, START, Run.CONVERSATION, taskId, "shop", output);
    }

    private static TaskRefused no(String taskId, boolean cancelled) {
        return new TaskRefused(
                "r:" + taskId,
                START,
                Run.CONVERSATION,
                taskId,
                "shop",
                new Failure(
                        cancelled ? FailureKind.CANCELLED : FailureKind.REFUSED,
                        cancelled ? "CANCELLED" : "SOLD_OUT",
                        "no",
                        null));
    }

    private static TaskFailed failed(TaskRequested asked) {
        return new TaskFailed(
                "f:%s:%d".formatted(asked.getTaskId(), asked.getAttempt()),
                START,
                Run.CONVERSATION,
                asked.getTaskId(),
                "shop",
                new Failure(FailureKind.TRANSIENT, "UNAVAILABLE", "later", null));
    }

    /** Nothing can happen any more. */
    private void judge(World world) {
        Plan plan = world.ended();
        if (plan == null) {
            throw new Broken(Invariants.ENDS, "stuck: " + world);
        }
        boolean done = ((Stage.Closed) plan.stage()).outcome() == Outcome.DONE;
        boolean ordered = stands(world, "o");
        if (done != ordered && !givenUp(plan, "o")) {
            throw new Broken("G2 captured is what was quoted", "order %s".formatted(world));
        }
        boolean held = stands(world, "h") && !happened(world, "o", "do");
        if (held && !givenUp(plan, "h")) {
            throw new Broken("G5 nothing stays held", "hold %s".formatted(world));
        }
    }

    private static boolean givenUp(Plan plan, String step) {
        return plan.step(step).map(Step::phase).orElseThrow() == Phase.UNDO_FAILED;
    }

    private static boolean stands(World world, String step) {
        return happened(world, step, "do") && !happened(world, step, "undo");
    }

    private static boolean happened(World world, String step, String what) {
        return world.rows().entrySet().stream()
                .filter(row -> row.getKey().startsWith("%s/%s/%s/".formatted(PLAN, step, what)))
                .anyMatch(row -> row.getValue() instanceof TaskSucceeded);
    }
}
