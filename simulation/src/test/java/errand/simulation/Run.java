package errand.simulation;

import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.ConversationAdvanced;
import errand.events.Decision;
import errand.events.PlanEnded;
import errand.events.PlanSubmitted;
import errand.events.TaskRequested;
import errand.events.TimerDue;
import errand.facts.ConsentAsked;
import errand.facts.PlanAccepted;
import errand.facts.PlanUnwinding;
import errand.facts.StepSucceeded;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.PlanSpec;
import errand.simulation.Chaos.Met;
import errand.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** One conversation from its first plan to its last, under one seed. */
final class Run {

    static final String CONVERSATION = "c_sim";
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final int TOO_LONG = 20_000;
    private static final Core CORE = new Core(new JsonataDocuments());

    final Chaos chaos;
    final List<SpecificRecord> inbox = new ArrayList<>();
    final TreeMap<Long, ConversationAdvanced> log = new TreeMap<>();
    final List<PlanSpec> plans = new ArrayList<>();
    final SimulatedAgent agent;
    final SimulatedEngine engine;
    private final SettableClock clock = SettableClock.at(START);
    private final SimulatedPlanner planner;
    private final List<SpecificRecord> tasks = new ArrayList<>();

    /** Sent, but to an agent that is down for a while. */
    private final List<SpecificRecord> stalled = new ArrayList<>();

    private final List<SpecificRecord> replies = new ArrayList<>();
    private final List<SpecificRecord> person = new ArrayList<>();
    private final Wishes wishes;
    private int actions;

    Run(long seed) {
        this.chaos = new Chaos(seed);
        this.agent = new SimulatedAgent(chaos, new ModelShop(chaos, clock), clock);
        this.wishes = new Wishes(seed);
        this.planner = new SimulatedPlanner(chaos, clock, wishes);
        this.engine = new SimulatedEngine(CORE, chaos, CONVERSATION, inbox, this::output);
    }

    /** Runs until nothing is left to happen. */
    Run toItsEnd() {
        PlanMaker maker = new PlanMaker(chaos, agent.table());
        int count = 1 + chaos.below(2);
        for (int i = 0; i < count; i++) {
            PlanSpec plan = maker.make("p_" + i);
            plans.add(plan);
            person.add(submitted(plan));
            wish(plan.id(), 20);
        }
        if (chaos.percent(20)) {
            person.add(cancel());
        }
        while (goOn()) {
            if (++actions > TOO_LONG) {
                throw new Broken(Invariants.ENDS, "they never end: " + engine.state());
            }
        }
        return this;
    }

    private boolean goOn() {
        if (chaos.percent(2)) {
            engine.crash();
        } else if (chaos.percent(10)) {
            engine.commit();
        } else if (chaos.percent(10)) {
            engine.send();
        }
        List<Runnable> possible = new ArrayList<>();
        add(possible, engine.behind(), engine::processOne);
        add(possible, !tasks.isEmpty(), this::deliverTask);
        add(possible, !replies.isEmpty(), () -> inbox.add(chaos.takeOneOf(replies)));
        add(possible, !person.isEmpty() && chaos.percent(30), this::personActs);
        add(possible, chaos.percent(3), () -> clock.forward(Duration.ofSeconds(chaos.below(20))));
        if (!possible.isEmpty()) {
            chaos.oneOf(possible).run();
            return true;
        }
        return stirs();
    }

    /** When nothing is under way: the rest is sent, the person acts, or time passes. */
    private boolean stirs() {
        if (engine.busy()) {
            engine.commit();
            return true;
        }
        if (!person.isEmpty()) {
            personActs();
            return true;
        }
        Instant due = engine.state().nextDue();
        if (!stalled.isEmpty() && (due == null || chaos.percent(30))) {
            tasks.addAll(stalled);
            stalled.clear();
            return true;
        }
        if (due == null) {
            return false;
        }
        if (due.isAfter(clock.instant())) {
            clock.forward(Duration.between(clock.instant(), due));
        }
        timer(due);
        return true;
    }

    private static void add(List<Runnable> possible, boolean really, Runnable action) {
        if (really) {
            possible.add(action);
        }
    }

    private void timer(Instant due) {
        inbox.add(new TimerDue("timer/" + due.toEpochMilli(), clock.instant(), CONVERSATION, due));
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
        SimulatedAgent.Delivered delivered = agent.deliver(message);
        delivered.reply().ifPresent(replies::add);
        if (!delivered.accepted()) {
            chaos.met(Met.REDELIVERED_TASK);
            tasks.add(message);
        }
    }

    private void personActs() {
        inbox.add(at(chaos.takeOneOf(person)));
    }

    /** What the person does happens when they do it. */
    private SpecificRecord at(SpecificRecord record) {
        record.put(record.getSchema().getField("at").pos(), clock.instant());
        return record;
    }

    /** What arrives on the topics the engine writes. */
    private void output(SpecificRecord record) {
        switch (record) {
            case ConversationAdvanced advanced -> advanced(advanced);
            case PlanEnded ended -> {
                if (chaos.percent(70)) {
                    agent.planEnded(ended.getPlanId(), clock);
                }
            }
            default -> (chaos.percent(2) ? stalled : tasks).add(record);
        }
    }

    private void advanced(ConversationAdvanced advanced) {
        ConversationAdvanced before = log.putIfAbsent(advanced.getSeq(), advanced);
        if (before != null && !before.equals(advanced)) {
            throw new Broken(
                    Invariants.REPLAY,
                    "number %d says two things: %s and %s"
                            .formatted(advanced.getSeq(), before, advanced));
        }
        if (before == null) {
            advanced.getEvents().forEach(this::seen);
        }
    }

    private void seen(Object fact) {
        if (fact instanceof ConsentAsked asked) {
            wish(asked.getPlanId(), 60);
            decides(asked);
        } else if (fact instanceof StepSucceeded done) {
            wish(done.getPlanId(), 5);
        } else if (fact instanceof PlanUnwinding unwinding) {
            notesWhy(unwinding);
        }
    }

    private void wish(String planId, int percent) {
        for (PlanSpec plan : plans) {
            if (plan.id().equals(planId)) {
                wishes.about(plan, CONVERSATION, START, percent).ifPresent(person::add);
            }
        }
    }

    private void notesWhy(PlanUnwinding unwinding) {
        switch (unwinding.getFailure().getCode()) {
            case "BUDGET_EXCEEDED" -> chaos.met(Met.OVER_BUDGET);
            case "NO_ANSWER" -> chaos.met(Met.TIMED_OUT);
            case "PLAN_OVERDUE" -> chaos.met(Met.PLAN_OVERDUE);
            case "CANCELLED" -> chaos.met(Met.CANCELLED);
            default -> {}
        }
    }

    private void decides(ConsentAsked asked) {
        int mood = chaos.below(100);
        if (mood < 5) {
            return; // never answers: the card expires
        }
        if (mood < 15) {
            chaos.met(Met.STALE_HASH);
            person.add(answer(asked, Decision.GRANT, "sha256:old"));
        }
        Decision decision = mood < 90 ? Decision.GRANT : Decision.REFUSE;
        person.add(answer(asked, decision, asked.getHash()));
        if (mood % 5 == 0) {
            chaos.met(Met.CONSENT_ANSWERED_TWICE);
            person.add(answer(asked, decision, asked.getHash()));
        }
    }

    private static ConsentAnswered answer(ConsentAsked asked, Decision decision, String hash) {
        return new ConsentAnswered(
                "answer/" + asked.getConsentId(),
                START,
                CONVERSATION,
                asked.getConsentId(),
                decision,
                hash,
                null);
    }

    private static PlanSubmitted submitted(PlanSpec plan) {
        return new PlanSubmitted(
                "submit/" + plan.id(),
                START,
                CONVERSATION,
                plan.id(),
                plan.user(),
                plan.lang(),
                CoreJson.write(plan),
                null);
    }

    private static CancelRequested cancel() {
        return new CancelRequested("cancel", START, CONVERSATION, null, "算了", null);
    }

    /** The log, for whoever looks into a seed that failed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (ConversationAdvanced advanced : log.values()) {
            text.append(advanced.getSeq()).append(" <- ").append(advanced.getCausedBy());
            for (Object fact : advanced.getEvents()) {
                if (!(fact instanceof PlanAccepted)) {
                    text.append("\n   ").append(fact.getClass().getSimpleName()).append(fact);
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    static Core core() {
        return CORE;
    }
}
