package errand.orchestrator.engine;

import errand.events.TimerDue;
import errand.orchestrator.engine.Output.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the inbox: reads, has {@link Turns} decide, then stores and sends. What was
 * computed is complete before the first write.
 */
final class ConversationProcessor implements Processor<byte[], byte[], byte[], Output> {

    static final String STORE = "conversations";

    private static final Logger LOG = LoggerFactory.getLogger(ConversationProcessor.class);
    private static final Duration AWAY_AT_MOST = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final long OURS_MS = 2_000;
    private static final long BEHIND_MS = FollowedView.EVERY.toMillis();
    private static final int LEAVE_AT_ONCE = 1_000;

    private final EngineParts parts;
    private final Turns turns;
    private @Nullable ProcessorContext<byte[], Output> context;
    private @Nullable Shelf shelf;
    private TopicPartition partition;
    private boolean started;
    private long commitAskedAt = -1;
    private long lookedAt;
    private long waited;

    ConversationProcessor(EngineParts parts) {
        this.parts = parts;
        this.turns = parts.turns().get();
        this.partition = new TopicPartition(parts.names().inbox(), -1);
    }

    @Override
    public void init(ProcessorContext<byte[], Output> context) {
        this.context = context;
        partition = new TopicPartition(parts.names().inbox(), context.taskId().partition());
        shelf = new Shelf(context.getStateStore(STORE), parts.settings());
        started = false;
        lookedAt = parts.system().millis();
        context.schedule(
                parts.settings().timersEvery(), PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], Output> to = Objects.requireNonNull(context);
        waited = awake() - record.timestamp();
        InboxRecord input = inboxRecord(record, to.recordMetadata().orElseThrow());
        if (!started) {
            started = true;
            parts.commits().startedAt(partition, input.offset());
        }
        long began = System.nanoTime();
        @Nullable Bytes key = input.key() == null ? null : Bytes.wrap(input.key());
        Turn turn = turn(key, input);
        parts.metrics().count(turn, System.nanoTime() - began, record.timestamp());
        log(turn, input);
        write(to, key, turn, input);
    }

    private static InboxRecord inboxRecord(Record<byte[], byte[]> record, RecordMetadata at) {
        return new InboxRecord(
                at.partition(),
                at.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /** Tries for a while when something is away; then the thread is replaced, and tries again. */
    private Turn turn(@Nullable Bytes key, InboxRecord input) {
        long until = System.nanoTime() + AWAY_AT_MOST.toNanos();
        while (true) {
            try {
                Stored before = key == null ? null : shelf().get(key);
                return turns.of(before, input, parts.commits().below(partition));
            } catch (NotNow away) {
                if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private void write(
            ProcessorContext<byte[], Output> to,
            @Nullable Bytes key,
            Turn turn,
            InboxRecord input) {
        // What an agent waits for goes first, then the event, then what is stored: the producer may
        // leave with the first record alone, and the rest then waits for its way there and back. In
        // which order they arrive is of no account (ADR 3): a crash may cut each log elsewhere.
        turn.outputs().reversed().forEach(output -> send(to, output));
        Stored after = turn.after();
        byte[] bytes = turn.bytes();
        if (key != null && after != null && bytes != null) {
            shelf().put(key, after, bytes);
            askForCommit(to, after);
        }
        if (!turn.outputs().isEmpty()) {
            parts.commits().sending(input.partition(), partition + "@" + input.offset());
        }
    }

    /** A ring that is full asks for a commit, once until a commit has come. */
    private void askForCommit(ProcessorContext<byte[], Output> to, Stored after) {
        long committed = parts.commits().below(partition);
        if (after.sent().size() >= parts.settings().ring() && committed != commitAskedAt) {
            commitAskedAt = committed;
            to.commit();
        }
    }

    private static void send(ProcessorContext<byte[], Output> to, Output output) {
        to.forward(new Record<>(output.key(), output, to.currentSystemTimeMs(), output.headers()));
    }

    private static void log(Turn turn, InboxRecord input) {
        if (turn.dead() != null) {
            LOG.warn(
                    "Input {}-{} of conversation '{}' went to the dead letters: {}",
                    input.partition(),
                    input.offset(),
                    input.key() == null ? "?" : input.conversationId(),
                    turn.dead());
        } else if (turn.outcome() == Turn.Outcome.LATE && LOG.isDebugEnabled()) {
            LOG.debug(
                    "Input {}-{} ({}) is too late: conversation '{}' is not here any more",
                    input.partition(),
                    input.offset(),
                    turn.type(),
                    input.conversationId());
        }
    }

    /** The clock's turn: appends timers that fell due, lets idle conversations go. */
    private void look(long ignored) {
        ProcessorContext<byte[], Output> to = Objects.requireNonNull(context);
        long systemNow = awake();
        Instant now = Instant.ofEpochMilli(parts.business().millis());
        lookedAt = systemNow;
        List<DueTimes.Due> due =
                shelf().dueTimes()
                        .due(now.toEpochMilli(), systemNow, parts.settings().timersAtOnce());
        due.forEach(one -> send(to, timer(one, now)));
        if (!due.isEmpty()) {
            parts.metrics().timersAppended(due.size());
        }
        // Ours beyond doubt; and what still waits in the inbox was sent by somebody who saw what
        // the view had a moment ago.
        boolean sure = parts.commits().freshWithin(partition, OURS_MS) && waited < BEHIND_MS;
        shelf().letGo(
                        systemNow,
                        LEAVE_AT_ONCE,
                        parts.commits().below(partition),
                        sure ? parts.view().below(partition) : 0);
        parts.metrics().holds(this, shelf().live(), shelf().idle());
    }

    /**
     * The time now. A thread that stood still for long begins anew and asks first what is its own:
     * what it wrote now could come later than the changelog keeps the records that count.
     */
    private long awake() {
        long now = parts.system().millis();
        long stoodStill = now - lookedAt;
        if (stoodStill > parts.settings().lateWrites().toMillis() / 2) {
            throw new NotNow(
                    "Partition %s was not looked at for %d s: this process was paused, or the system's clock jumped."
                            .formatted(partition, TimeUnit.MILLISECONDS.toSeconds(stoodStill)));
        }
        return now;
    }

    private Output timer(DueTimes.Due due, Instant now) {
        String conversationId = new String(due.key().get(), StandardCharsets.UTF_8);
        String id = "timer/" + conversationId + "/" + due.at();
        TimerDue timer = new TimerDue(id, now, conversationId, Instant.ofEpochMilli(due.at()));
        String topic = parts.names().inbox();
        return new Output(
                topic,
                due.key().get(),
                parts.avro().serialize(topic, timer),
                List.of(
                        Mark.of(Trace.HEADER, Trace.of(null, conversationId).child(id)),
                        Mark.of(Outputs.EVENT_ID, id)));
    }

    @Override
    public void close() {
        parts.metrics().gone(this);
        shelf = null;
    }

    private Shelf shelf() {
        return Objects.requireNonNull(shelf);
    }
}
