package errand.orchestrator.web.stream;

import errand.events.ConversationAdvanced;
import errand.orchestrator.admission.Admission;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.view.Conversations;
import errand.orchestrator.view.Traces;
import errand.schemas.serde.UnknownRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations as streams of events: what happened, then what happens, without a gap or a repeat
 * between the two. Any node can go on where another left off.
 */
public final class Streams {

    private static final Duration PING = Duration.ofSeconds(15);

    /** How soon a page that waits hears something, though nothing has happened. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Tail tail;
    private final History history;
    private final Conversations conversations;
    private final Deserializer<SpecificRecord> avro;
    private final Admission admission;
    private final Directory directory;

    public Streams(
            Tail tail,
            History history,
            Conversations conversations,
            Deserializer<SpecificRecord> avro,
            Admission admission,
            Directory directory) {
        this.admission = admission;
        this.directory = directory;
        this.tail = tail;
        this.history = history;
        this.conversations = conversations;
        this.avro = avro;
    }

    /** Where events go. A failure ends the stream. */
    public interface Sink {
        void event(Told event) throws IOException;

        /** Something that stands nowhere: a page that comes back is not told it again. */
        void aside(String event, ObjectNode data) throws IOException;

        /** Sent when nothing has happened for a while, so that a dead line is noticed. */
        void ping() throws IOException;
    }

    /** Whether a cursor can be one of this conversation. */
    public boolean fits(Cursor cursor, String conversationId) {
        return cursor.partition() == tail.partition(conversationId);
    }

    /**
     * Tells everything after the cursor, or from the beginning, and goes on until the listener is
     * cut off or its sink fails.
     */
    public void follow(String conversationId, @Nullable Cursor after, Sink sink)
            throws IOException, InterruptedException {
        try (Subscription live = tail.listen(conversationId)) {
            Traces traces =
                    conversations.traces(
                            conversationId,
                            live.partition(),
                            after == null ? -1 : after.offset() - 1);
            Sifter sifter = new Sifter(traces, after);
            sink.ping();
            catchUp(live, traces, sifter, sink);
            goOn(live, sifter, sink);
        }
    }

    private void goOn(Subscription live, Sifter sifter, Sink sink)
            throws IOException, InterruptedException {
        Waits waits = new Waits(admission, directory, System::nanoTime);
        Narrator known = sifter.narrator();
        long spoken = System.nanoTime();
        while (!live.isCut()) {
            boolean waited = Waits.any(known.plans(), known.talk());
            ConsumerRecord<String, byte[]> record = live.next(waited ? TICK : PING);
            if (live.isCut()) {
                return;
            }
            boolean quiet = record == null;
            if (record != null) {
                tell(record, sifter, sink);
            }
            for (ObjectNode aside :
                    waits.told(live.conversationId(), known.plans(), known.talk())) {
                sink.aside("progress", aside);
                quiet = false;
            }
            if (!quiet) {
                spoken = System.nanoTime();
            } else if (System.nanoTime() - spoken >= PING.toNanos()) {
                sink.ping();
                spoken = System.nanoTime();
            }
        }
    }

    private void catchUp(Subscription live, Traces traces, Sifter sifter, Sink sink)
            throws IOException {
        try {
            for (Reading.Part part : Reading.before(traces, live.from()).parts()) {
                history.read(
                        live.partition(),
                        live.conversationId(),
                        part.from(),
                        part.until(),
                        record -> tellUnchecked(record, sifter, sink));
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private void tellUnchecked(ConsumerRecord<String, byte[]> record, Sifter sifter, Sink sink) {
        try {
            tell(record, sifter, sink);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, Sifter sifter, Sink sink)
            throws IOException {
        ConversationAdvanced advanced = decoded(record);
        if (advanced != null) {
            for (Told event : sifter.sift(advanced, record.partition(), record.offset())) {
                sink.event(event);
            }
        }
    }

    /** Null for what a newer version wrote: onlookers skip it. */
    @Nullable ConversationAdvanced decoded(ConsumerRecord<String, byte[]> record) {
        try {
            return avro.deserialize(record.topic(), record.value())
                            instanceof ConversationAdvanced advanced
                    ? advanced
                    : null;
        } catch (UnknownRecord newer) {
            return null;
        }
    }
}
