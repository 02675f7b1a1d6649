package errand.simulation;

import errand.events.TaskCancelled;
import errand.events.TaskRequested;
import errand.runtime.faults.Faults;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.Breakers;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.Inbox;
import errand.runtime.work.ReadRetry;
import errand.runtime.work.Reply;
import errand.runtime.work.TaskWork;
import errand.simulation.Chaos.Met;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** The real runtime around a business; its process may die between any two lines. */
final class SimulatedAgent {

    /** What a delivery came to: perhaps a reply, perhaps the task must come again. */
    record Delivered(Optional<SpecificRecord> reply, boolean accepted) {}

    private final Chaos chaos;
    private final EndedPlans ended = new EndedPlans(Duration.ofHours(1));
    private final TaskWork work;

    SimulatedAgent(
            Chaos chaos, CapabilityTable table, JsonSchemas schemas, Inbox inbox, Clock clock) {
        this.chaos = chaos;
        this.work =
                new TaskWork(
                        table,
                        schemas,
                        inbox,
                        clock,
                        Moments.none(),
                        ended,
                        new ReadRetry(clock, pause -> {}, new Random(0)),
                        Breakers.none(),
                        Faults.none());
    }

    void planEnded(String planId, Clock clock) {
        ended.ended(planId, clock.instant());
    }

    Delivered deliver(SpecificRecord message) {
        if (chaos.percent(5)) {
            chaos.met(Met.CRASH_BEFORE_EFFECT);
            return new Delivered(Optional.empty(), false);
        }
        Reply reply;
        try {
            reply = handle(message);
        } catch (MortalInbox.Died died) {
            return new Delivered(Optional.empty(), false);
        }
        if (chaos.percent(5)) {
            chaos.met(Met.CRASH_BETWEEN_EFFECT_AND_REPLY);
            return new Delivered(Optional.empty(), false);
        }
        if (chaos.percent(5)) {
            chaos.met(Met.CRASH_BETWEEN_REPLY_AND_ACKNOWLEDGEMENT);
            return new Delivered(Optional.of(reply.record()), false);
        }
        return new Delivered(Optional.of(reply.record()), true);
    }

    private Reply handle(SpecificRecord message) {
        try {
            return message instanceof TaskCancelled cancelled
                    ? work.handle(cancelled)
                    : work.handle((TaskRequested) message);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
