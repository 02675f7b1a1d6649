package errand.simulation;

import errand.events.ConversationAdvanced;
import errand.events.PlanEnded;
import errand.events.TaskRequested;
import errand.events.TimerDue;
import errand.facts.ConsentAsked;
import errand.facts.PlanAccepted;
import errand.facts.PlanUnwinding;
import errand.facts.StepSucceeded;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.PlanSpec;
import errand.simulation.Chaos.Met;
import errand.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Some conversations from their first plan to their last, under one seed. */
final class Run {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final int TOO_LONG = 20_000;
    private static final Core CORE = new Core(new JsonataDocuments());

    final Chaos chaos;
    final Map<String, SimulatedConversation> conversations = new LinkedHashMap<>();
    final World world;
    private final SettableClock clock = SettableClock.at(START);
    private final SimulatedPlanner planner;
    private final List<SpecificRecord> tasks = new ArrayList<>();

    /** Sent, but to an agent that is down for a while. */
    private final List<SpecificRecord> stalled = new ArrayList<>();

    private final List<SpecificRecord> replies = new ArrayList<>();
    private final SimulatedPerson person;
    private final SecondThoughts second;
    private int actions;

    Run(long seed, World.Maker maker) {
        this.chaos = new Chaos(seed);
        this.world = maker.of(chaos, clock);
        this.second = world.changeable() ? new SecondThoughts(seed) : SecondThoughts.none();
        this.planner = new SimulatedPlanner(chaos, clock, second);
        this.person = new SimulatedPerson(chaos, START);
    }

    /** Runs until nothing is left to happen. */
    Run toItsEnd() {
        for (World.Wish wish : world.wishes()) {
            conversations.computeIfAbsent(wish.conversation(), this::begun).plans.add(wish.plan());
            person.submits(wish);
            thinksAgain(wish.conversation(), wish.plan().id(), 20);
        }
        if (chaos.percent(20)) {
            person.cancels(any().id);
        }
        while (goOn()) {
            if (++actions > TOO_LONG) {
                throw new Broken(Invariants.ENDS, "they never end: " + any().engine.state());
            }
        }
        return this;
    }

    private SimulatedConversation begun(String id) {
        return new SimulatedConversation(id, CORE, chaos, this::output);
    }

    private SimulatedConversation any() {
        List<SimulatedConversation> all = List.copyOf(conversations.values());
        return all.size() == 1 ? all.getFirst() : chaos.oneOf(all);
    }

    private boolean goOn() {
        SimulatedEngine some = any().engine;
        if (chaos.percent(2)) {
            some.crash();
        } else if (chaos.percent(10)) {
            some.commit();
        } else if (chaos.percent(10)) {
            some.send();
        }
        world.stir().ifPresent(person::cancels);
        List<Runnable> possible = new ArrayList<>();
        for (SimulatedConversation each : conversations.values()) {
            add(possible, each.engine.behind(), each.engine::processOne);
        }
        add(possible, !tasks.isEmpty(), this::deliverTask);
        add(possible, !replies.isEmpty(), () -> tell(chaos.takeOneOf(replies)));
        add(possible, person.wants() && chaos.percent(30), this::personActs);
        add(possible, chaos.percent(3), () -> clock.forward(Duration.ofSeconds(chaos.below(20))));
        if (!possible.isEmpty()) {
            chaos.oneOf(possible).run();
            return true;
        }
        return stirs();
    }

    /** When nothing is under way: the rest is sent, the person acts, or time passes. */
    private boolean stirs() {
        List<SimulatedEngine> busy =
                conversations.values().stream()
                        .map(each -> each.engine)
                        .filter(SimulatedEngine::busy)
                        .toList();
        if (!busy.isEmpty()) {
            busy.forEach(SimulatedEngine::commit);
            return true;
        }
        if (person.wants()) {
            personActs();
            return true;
        }
        SimulatedConversation next = nextDue().orElse(null);
        if (!stalled.isEmpty() && (next == null || chaos.percent(30))) {
            tasks.addAll(stalled);
            stalled.clear();
            return true;
        }
        if (next == null) {
            return false;
        }
        timer(next.id, due(next));
        return true;
    }

    private Optional<SimulatedConversation> nextDue() {
        return conversations.values().stream()
                .filter(each -> each.engine.state().nextDue() != null)
                .min(Comparator.comparing(Run::due));
    }

    private static Instant due(SimulatedConversation conversation) {
        return Objects.requireNonNull(conversation.engine.state().nextDue());
    }

    private static void add(List<Runnable> possible, boolean really, Runnable action) {
        if (really) {
            possible.add(action);
        }
    }

    private void timer(String conversation, Instant due) {
        if (due.isAfter(clock.instant())) {
            clock.forward(Duration.between(clock.instant(), due));
        }
        tell(new TimerDue("timer/" + due.toEpochMilli(), clock.instant(), conversation, due));
    }

    private void tell(SpecificRecord record) {
        the(String.valueOf(field(record, "conversationId"))).inbox.add(record);
    }

    private SimulatedConversation the(String id) {
        return Objects.requireNonNull(conversations.get(id), id);
    }

    private static Object field(SpecificRecord record, String name) {
        return record.get(record.getSchema().getField(name).pos());
    }

    private void deliverTask() {
        SpecificRecord message = chaos.takeOneOf(tasks);
        if (message instanceof TaskRequested task && SimulatedPlanner.isAsked(task)) {
            planner.answer(task).ifPresent(replies::add);
            return;
        }
        if (chaos.percent(5)) {
            chaos.met(Met.REPEATED_TASK);
            tasks.add(message);
        }
        SimulatedAgent.Delivered delivered =
                world.agentOf(String.valueOf(field(message, "capability"))).deliver(message);
        delivered.reply().ifPresent(replies::add);
        if (!delivered.accepted()) {
            chaos.met(Met.REDELIVERED_TASK);
            tasks.add(message);
        }
    }

    private void personActs() {
        world.hesitates();
        tell(person.acts(clock.instant()));
    }

    /** What arrives on the topics the engine writes. */
    private void output(SpecificRecord record) {
        switch (record) {
            case ConversationAdvanced advanced -> advanced(advanced);
            case PlanEnded ended -> {
                if (chaos.percent(70)) {
                    world.planEnded(ended.getPlanId());
                }
            }
            default -> (chaos.percent(2) ? stalled : tasks).add(record);
        }
    }

    private void advanced(ConversationAdvanced advanced) {
        if (the(advanced.getConversationId()).heard(advanced)) {
            advanced.getEvents().forEach(fact -> seen(advanced.getConversationId(), fact));
        }
    }

    private void seen(String conversation, Object fact) {
        if (fact instanceof ConsentAsked asked) {
            thinksAgain(conversation, asked.getPlanId(), 60);
            person.decides(conversation, asked);
        } else if (fact instanceof StepSucceeded done) {
            thinksAgain(conversation, done.getPlanId(), 5);
        } else if (fact instanceof PlanUnwinding unwinding) {
            notesWhy(unwinding);
        }
    }

    /** Perhaps the person wants a plan to be another. */
    private void thinksAgain(String conversation, String planId, int percent) {
        for (PlanSpec plan : the(conversation).plans) {
            if (plan.id().equals(planId)) {
                second.about(plan, conversation, START, percent).ifPresent(person::says);
            }
        }
    }

    private void notesWhy(PlanUnwinding unwinding) {
        switch (unwinding.getFailure().getCode()) {
            case "BUDGET_EXCEEDED" -> chaos.met(Met.OVER_BUDGET);
            case "NO_ANSWER" -> chaos.met(Met.TIMED_OUT);
            case "PLAN_OVERDUE" -> chaos.met(Met.PLAN_OVERDUE);
            case "OVERLOADED" -> chaos.met(Met.TURN_NEVER_CAME);
            case "CANCELLED" -> chaos.met(Met.CANCELLED);
            default -> {}
        }
    }

    /** The logs, for whoever looks into a seed that failed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (SimulatedConversation each : conversations.values()) {
            each.log.values().forEach(advanced -> show(each.id, advanced, text));
        }
        return text.toString();
    }

    private static void show(String id, ConversationAdvanced advanced, StringBuilder text) {
        text.append(id).append(' ').append(advanced.getSeq());
        text.append(" <- ").append(advanced.getCausedBy());
        for (Object fact : advanced.getEvents()) {
            if (!(fact instanceof PlanAccepted)) {
                text.append("\n   ").append(fact.getClass().getSimpleName()).append(fact);
            }
        }
        text.append('\n');
    }

    static Core core() {
        return CORE;
    }
}
