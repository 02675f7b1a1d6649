package errand.runtime.kafka;

import errand.agent.Capability;
import errand.common.Effect;
import errand.common.Limits;
import errand.common.Maturity;
import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.CapabilityDescribed;
import errand.runtime.work.Breakers;
import errand.runtime.work.CapabilityTable;
import errand.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the directory that the agent is here, again and again, and at the end that it left. */
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    /** How soon others hear that the business cannot be reached, or can again. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Outbound outbound;
    private final CapabilityTable table;
    private final String instance;
    private final Clock clock;
    private final Duration every;
    private final Breakers breakers;
    private final BooleanSupplier busy;
    private final Semaphore changes = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean saidUp = true;

    Announcements(
            Outbound outbound,
            CapabilityTable table,
            String instance,
            Clock clock,
            Duration every,
            Breakers breakers,
            BooleanSupplier busy) {
        this.outbound = outbound;
        this.table = table;
        this.instance = instance;
        this.clock = clock;
        this.every = every;
        this.breakers = breakers;
        this.busy = busy;
    }

    void start() {
        thread = Thread.ofVirtual().name("announcements").start(this::repeat);
    }

    void abandon() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    void leave() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(1));
        }
        AgentLeft left =
                AgentLeft.newBuilder()
                        .setAgent(table.agent())
                        .setInstance(instance)
                        .setAt(now())
                        .build();
        try {
            outbound.send(Topics.DIRECTORY, table.agent(), left).get(3, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            LOG.warn("Could not say that agent '{}' left: {}", table.agent(), e.toString());
        }
    }

    private void repeat() {
        boolean said = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                outbound.send(Topics.DIRECTORY, table.agent(), announced()).get();
                said = true;
                awaitNext();
            } catch (InterruptedException e) {
                return;
            } catch (java.util.concurrent.ExecutionException e) {
                if (said) {
                    LOG.warn("Agent '{}' could not be announced: {}", table.agent(), e.toString());
                }
                said = false;
            }
        }
    }

    /** Something changed that others should know now. */
    void soon() {
        changes.release();
    }

    private void awaitNext() throws InterruptedException {
        long next = System.nanoTime() + every.toNanos();
        while (table.isUp() == saidUp) {
            long left = next - System.nanoTime();
            if (left <= 0) {
                return;
            }
            if (changes.tryAcquire(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS)) {
                changes.drainPermits();
                return;
            }
        }
    }

    AgentAnnounced announced() {
        boolean up = table.isUp();
        saidUp = up;
        return AgentAnnounced.newBuilder()
                .setAgent(table.agent())
                .setVersion(table.version())
                .setInstance(instance)
                .setAt(now())
                .setBusy(busy.getAsBoolean())
                .setCapabilities(table.rows().stream().map(row -> described(row, up)).toList())
                .setLimits(limits(table.limits()))
                .build();
    }

    private static @Nullable Limits limits(errand.agent.@Nullable Limits said) {
        return said == null ? null : new Limits(said.zh(), said.en());
    }

    private CapabilityDescribed described(CapabilityTable.Row row, boolean up) {
        Capability<?, ?> capability = row.capability();
        return CapabilityDescribed.newBuilder()
                .setName(capability.name())
                .setDescription(capability.description())
                .setEffect(Effect.valueOf(capability.effect().name()))
                .setInputSchema(row.inputSchema())
                .setOutputSchema(row.outputSchema())
                .setUndo(capability.undo())
                .setAnswerWithinMillis(capability.answerWithin().toMillis())
                .setMaturity(Maturity.valueOf(capability.maturity().name()))
                .setHealth(up ? state(capability) : "down")
                .build();
    }

    private String state(Capability<?, ?> capability) {
        return breakers.state(capability.name()).name().toLowerCase(java.util.Locale.ROOT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
