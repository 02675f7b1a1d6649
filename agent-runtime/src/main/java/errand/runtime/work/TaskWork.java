package errand.runtime.work;

import errand.agent.Outcome;
import errand.events.TaskCancelled;
import errand.events.TaskRequested;
import errand.runtime.faults.Fault;
import errand.runtime.faults.Faults;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * What one agent does with a task: every task gets exactly one meaning and always a reply. Knows
 * nothing of how tasks come in and replies go out.
 */
public final class TaskWork {

    private final CapabilityTable table;
    private final Inbox inbox;
    private final Clock clock;
    private final Moments moments;
    private final EndedPlans ended;
    private final ReadRetry retry;
    private final Breakers breakers;
    private final Faults faults;
    private final Performance performance;
    private final Reconciling reconciling;
    private final Replies replies;
    private final Rejections rejections;

    public TaskWork(
            CapabilityTable table,
            JsonSchemas schemas,
            Inbox inbox,
            Clock clock,
            Moments moments,
            EndedPlans ended,
            ReadRetry retry,
            Breakers breakers,
            Faults faults) {
        this.table = table;
        this.inbox = inbox;
        this.clock = clock;
        this.moments = moments;
        this.ended = ended;
        this.retry = retry;
        this.breakers = breakers;
        this.faults = faults;
        this.performance = new Performance(schemas, breakers, faults);
        this.reconciling = new Reconciling(inbox, table, performance, clock);
        this.replies = new Replies(table.agent());
        this.rejections = new Rejections(table);
    }

    /** With everything a production agent has; the simulation gives each part itself. */
    public static TaskWork of(
            CapabilityTable table,
            JsonSchemas schemas,
            Inbox inbox,
            Clock clock,
            Moments moments,
            EndedPlans ended,
            Breakers breakers,
            Faults faults) {
        return new TaskWork(
                table,
                schemas,
                inbox,
                clock,
                moments,
                ended,
                ReadRetry.on(clock),
                breakers,
                faults);
    }

    /**
     * The same without circuit breakers: for tests, and for the planner, which stands in itself.
     */
    public static TaskWork of(
            CapabilityTable table,
            JsonSchemas schemas,
            Inbox inbox,
            Clock clock,
            Moments moments,
            EndedPlans ended) {
        return of(table, schemas, inbox, clock, moments, ended, Breakers.none(), Faults.none());
    }

    public Breakers breakers() {
        return breakers;
    }

    public CapabilityTable table() {
        return table;
    }

    /** Whether the reply to a task is to get lost, as somebody asked the sandbox for. */
    public boolean losesReply(String capability) {
        return faults.next(capability, Set.of(Fault.Kind.LOSE_REPLY)).isPresent();
    }

    /** Whether a task changes the world; a capability that nobody knows does not. */
    public boolean writes(String capability) {
        return table.has(capability) && table.row(capability).writes();
    }

    /**
     * Does what was asked, or says why not.
     *
     * @throws InterruptedException when the process is stopping: nothing is decided, the task must
     *     come again
     */
    public Reply handle(TaskRequested asked) throws InterruptedException {
        try {
            CapabilityTable.Row row = table.row(asked.getCapability());
            if (ended.contains(asked.getPlanId()) && !ConsentCheck.isUndo(asked.getTaskId())) {
                return cancel(Claim.of(asked, row.writes()), row.writes(), "Its plan has ended.");
            }
            return row.writes() ? write(row, asked) : read(row, asked);
        } catch (Exception e) {
            return failed(asked, e);
        }
    }

    /** Makes sure that it never happens, or says that it has happened. */
    public Reply handle(TaskCancelled cancelled) throws InterruptedException {
        boolean writes = writes(cancelled.getCapability());
        Claim claim = Claim.of(cancelled);
        try {
            return cancel(claim, writes, cancelled.getReason());
        } catch (Exception e) {
            return failed(standIn(cancelled), e);
        }
    }

    /**
     * Stops trying: from now on it never will happen. What has happened already is answered as
     * ever.
     */
    public Reply giveUp(TaskRequested asked, int deliveries) throws InterruptedException {
        String why =
                "Task '%s' was delivered %d times and never finished; it is given up."
                        .formatted(asked.getTaskId(), deliveries);
        try {
            if (writes(asked.getCapability())) {
                Inbox.Kept kept =
                        inbox.once(
                                Claim.of(asked, true),
                                () ->
                                        unlessItHappened(
                                                Claim.of(asked, true), "DELIVERED_TOO_OFTEN", why));
                if (kept.before() || kept.entry().verdict() != Verdict.CANCELLED) {
                    return replies.of(kept);
                }
            }
            throw Rejected.broken("DELIVERED_TOO_OFTEN", why, null);
        } catch (Exception e) {
            return failed(asked, e);
        }
    }

    private Reply read(CapabilityTable.Row row, TaskRequested asked) throws Exception {
        Claim claim = Claim.of(asked, false);
        inTime(asked);
        Object input = performance.input(row, asked);
        var terms = ConsentCheck.terms(row, asked);
        try {
            Outcome<?> outcome =
                    retry.call(
                            asked.getDeadline(),
                            () -> performance.run(row, asked, input, terms, clock.instant()));
            return switch (outcome) {
                case Outcome.Done<?> done ->
                        replies.read(
                                claim, performance.output(row, done.output()), clock.instant());
                case Outcome.Refused<?> refused ->
                        replies.of(new Inbox.Kept(refused(row, claim, refused), false));
            };
        } catch (Exception e) {
            if (ended.contains(asked.getPlanId())) {
                boolean unused = Thread.interrupted(); // it was us who interrupted it
                return cancel(claim, false, "Its plan has ended.");
            }
            throw e;
        }
    }

    private Reply write(CapabilityTable.Row row, TaskRequested asked) throws Exception {
        Claim claim = Claim.of(asked, true);
        boolean begun = reconciling.begun(row, asked);
        Inbox.Kept kept =
                inbox.once(
                        claim, () -> begun ? again(row, asked, claim) : effect(row, asked, claim));
        if (kept.before() && !kept.entry().isOf(claim)) {
            throw Rejected.broken(
                    "TASK_ID_REUSED",
                    "Task id '%s' was used before, for '%s' with another input. Nothing was done."
                            .formatted(claim.taskId(), kept.entry().claim().capability()),
                    null);
        }
        return replies.of(kept);
    }

    /** It may have happened: the business is asked before it is done once more. */
    private Entry again(CapabilityTable.Row row, TaskRequested asked, Claim claim)
            throws Exception {
        Outcome<?> found = reconciling.found(row, asked).orElse(null);
        return found == null ? effect(row, asked, claim) : entry(row, claim, found);
    }

    private Entry effect(CapabilityTable.Row row, TaskRequested asked, Claim claim)
            throws Exception {
        inTime(asked);
        Object input = performance.input(row, asked);
        var terms = ConsentCheck.terms(row, asked);
        moments.reached(Moments.BEFORE_EFFECT, asked.getTaskId());
        return entry(row, claim, performance.run(row, asked, input, terms, clock.instant()));
    }

    private Entry entry(CapabilityTable.Row row, Claim claim, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done ->
                    new Entry(
                            claim,
                            Verdict.DONE,
                            performance.output(row, done.output()),
                            clock.instant());
            case Outcome.Refused<?> refused -> refused(row, claim, refused);
        };
    }

    private Reply cancel(Claim claim, boolean writes, String reason) throws Exception {
        String message = reason.isBlank() ? "Cancelled before it happened." : reason;
        return replies.of(
                writes
                        ? inbox.once(claim, () -> unlessItHappened(claim, "CANCELLED", message))
                        : new Inbox.Kept(never(claim, "CANCELLED", message), false));
    }

    private Entry refused(CapabilityTable.Row row, Claim claim, Outcome.Refused<?> refused) {
        String body = performance.refusal(row, refused);
        return new Entry(claim, Verdict.REFUSED, body, clock.instant());
    }

    /** It never will, unless the business says that it has. */
    private Entry unlessItHappened(Claim claim, String code, String message) throws Exception {
        Outcome<?> found = reconciling.found(claim.taskId()).orElse(null);
        return found == null
                ? never(claim, code, message)
                : entry(table.row(claim.capability()), claim, found);
    }

    private Entry never(Claim claim, String code, String message) {
        String body = AgentJson.write(new Replies.No(code, Brief.of(message), null));
        return new Entry(claim, Verdict.CANCELLED, body, clock.instant());
    }

    private void inTime(TaskRequested asked) {
        Instant now = clock.instant();
        if (now.isAfter(asked.getDeadline())) {
            throw Rejected.late(
                    "Task '%s' came at %s, after its deadline %s. Nothing was done."
                            .formatted(asked.getTaskId(), now, asked.getDeadline()));
        }
    }

    private Reply failed(TaskRequested asked, Exception thrown) throws InterruptedException {
        Rejected why = rejections.of(asked, thrown);
        String capability = table.has(asked.getCapability()) ? asked.getCapability() : "unknown";
        return replies.failed(asked, capability, why, clock.instant());
    }

    /** What a failed cancel is answered about. */
    private static TaskRequested standIn(TaskCancelled cancelled) {
        return TaskRequested.newBuilder()
                .setTaskId(cancelled.getTaskId())
                .setConversationId(cancelled.getConversationId())
                .setPlanId(cancelled.getPlanId())
                .setStepId("")
                .setCapability(cancelled.getCapability())
                .setInput("{}")
                .setAt(cancelled.getAt())
                .setDeadline(cancelled.getAt())
                .setAttempt(0)
                .setUser("")
                .setLang("")
                .build();
    }
}
