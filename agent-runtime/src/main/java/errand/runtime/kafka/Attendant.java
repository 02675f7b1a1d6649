package errand.runtime.kafka;

import errand.events.TaskCancelled;
import errand.events.TaskRequested;
import errand.runtime.measure.TaskMetrics;
import errand.runtime.moments.Moments;
import errand.runtime.work.DeadLetter;
import errand.runtime.work.Reply;
import errand.runtime.work.TaskWork;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.UnknownRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attends to one delivered record until the broker has everything that follows from it; only then
 * may it be accepted. What passes (broker or registry away) is waited for, holding the record.
 */
final class Attendant {

    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private final TaskWork work;
    private final AvroDeserializer deserializer;
    private final Outbound outbound;
    private final DeadLetters deadLetters;
    private final RunningReads reads;
    private final TaskMetrics metrics;
    private final Moments moments;
    private final Clock clock;
    private final int mostDeliveries;

    Attendant(
            TaskWork work,
            AvroDeserializer deserializer,
            Outbound outbound,
            DeadLetters deadLetters,
            RunningReads reads,
            TaskMetrics metrics,
            Moments moments,
            Clock clock,
            int mostDeliveries) {
        this.work = work;
        this.deserializer = deserializer;
        this.outbound = outbound;
        this.deadLetters = deadLetters;
        this.reads = reads;
        this.metrics = metrics;
        this.moments = moments;
        this.clock = clock;
        this.mostDeliveries = mostDeliveries;
    }

    /** Does the work; what it gives back tells, later, that all that follows has been sent. */
    CompletableFuture<Void> attend(Delivery delivery) throws InterruptedException {
        ConsumerRecord<byte[], byte[]> record = delivery.record();
        SpecificRecord task;
        try {
            task = decoded(record);
        } catch (RuntimeException e) {
            String reason = e instanceof UnknownRecord ? "UNKNOWN_RECORD" : "UNDECODABLE";
            return putAside(delivery, new DeadLetter(reason, said(e)));
        }
        return switch (task) {
            case TaskRequested asked -> requested(delivery, asked);
            case TaskCancelled cancelled ->
                    send(
                            delivery,
                            cancelled.getCapability(),
                            work.handle(cancelled),
                            work.writes(cancelled.getCapability()));
            case null, default ->
                    putAside(
                            delivery,
                            new DeadLetter(
                                    "UNKNOWN_RECORD",
                                    "%s does not belong on %s; TaskRequested and TaskCancelled do."
                                            .formatted(name(task), record.topic())));
        };
    }

    private CompletableFuture<Void> requested(Delivery delivery, TaskRequested asked)
            throws InterruptedException {
        long began = System.nanoTime();
        int count = delivery.count();
        boolean writes = work.writes(asked.getCapability());
        boolean first = delivery.firstTry();
        metrics.began();
        if (first) {
            metrics.came(Duration.between(asked.getAt(), clock.instant()), count > 1);
        }
        Reply reply;
        try {
            reply =
                    count >= mostDeliveries - 1
                            ? work.giveUp(asked, count)
                            : writes ? work.handle(asked) : interruptibly(asked);
        } finally {
            metrics.ended();
        }
        if (first) {
            metrics.answered(reply, Duration.ofNanos(System.nanoTime() - began));
        }
        return send(delivery, asked.getCapability(), reply, writes);
    }

    private Reply interruptibly(TaskRequested asked) throws InterruptedException {
        try {
            return reads.during(asked.getPlanId(), () -> work.handle(asked));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Void> send(
            Delivery delivery, String capability, Reply reply, boolean wrote) {
        if (wrote) {
            moments.reached(Moments.AFTER_EFFECT_BEFORE_REPLY, reply.taskId());
        }
        if (work.losesReply(capability)) {
            return CompletableFuture.failedFuture(new LostReply(reply.taskId()));
        }
        CompletableFuture<Void> sent =
                Outbound.ifTooLarge(
                        tell(delivery, reply),
                        () -> tell(delivery, reply.tooLarge(Topics.INBOX, clock.instant())));
        return wrote && moments != Moments.none()
                ? sent.thenRunAsync(
                        () -> moments.reached(Moments.AFTER_REPLY_BEFORE_ACK, reply.taskId()),
                        Thread::startVirtualThread)
                : sent;
    }

    /** The dead letter first: whoever sees the reply finds it. */
    private CompletableFuture<Void> tell(Delivery delivery, Reply reply) {
        DeadLetter dead = reply.deadLetter();
        return dead == null
                ? reply(delivery, reply)
                : deadLetters
                        .put(delivery.record(), dead)
                        .thenComposeAsync(
                                put -> reply(delivery, reply), Thread::startVirtualThread);
    }

    private CompletableFuture<Void> reply(Delivery delivery, Reply reply) {
        return outbound.send(
                Topics.INBOX,
                reply.conversationId(),
                reply.record(),
                Trail.after(
                        delivery.record().headers(),
                        String.valueOf(reply.record().get(0)),
                        reply.taskId()));
    }

    private CompletableFuture<Void> putAside(Delivery delivery, DeadLetter why) {
        LOG.warn("{} is put aside: {}: {}", delivery.place(), why.reason(), why.message());
        return deadLetters.put(delivery.record(), why);
    }

    private @Nullable SpecificRecord decoded(ConsumerRecord<byte[], byte[]> record)
            throws InterruptedException {
        while (true) {
            try {
                return deserializer.deserialize(record.topic(), record.value());
            } catch (RegistryUnavailable e) {
                LOG.warn("Waiting for the schema registry: {}", e.getMessage());
                Thread.sleep(AGAIN_AFTER);
            }
        }
    }

    /** As somebody asked the sandbox for: it happened, and nobody heard of it yet. */
    private static final class LostReply extends Exception {
        private static final long serialVersionUID = 1L;

        LostReply(String taskId) {
            super("The reply to task '%s' got lost, by /sandbox/faults.".formatted(taskId));
        }
    }

    private static String said(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static String name(@Nullable SpecificRecord record) {
        return record == null ? "An empty record" : record.getSchema().getFullName();
    }
}
