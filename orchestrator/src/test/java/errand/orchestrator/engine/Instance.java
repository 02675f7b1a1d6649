package errand.orchestrator.engine;

import errand.orchestrator.engine.Broker.Buffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One engine on the model broker: restores, reads from the committed offset, writes into a buffer.
 */
final class Instance {

    private static final EngineSettings SETTINGS =
            new EngineSettings(
                    EngineSettings.AT_LEAST_ONCE,
                    1,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(6),
                    50_000,
                    Duration.ofSeconds(6),
                    Duration.ofMillis(50),
                    100,
                    16,
                    1_000_000);

    final Buffer buffer = new Buffer();

    private final Broker broker;
    private final List<InboxRecord> inbox;
    private final int generation;
    private final Turns turns = Scenario.turns();
    private final Shelf shelf;
    private long next;
    private long committed;

    Instance(Broker broker, List<InboxRecord> inbox) {
        this.broker = broker;
        this.inbox = inbox;
        this.generation = ++broker.owner;
        this.next = broker.committed;
        this.committed = broker.committed;
        LatestStore store = new LatestStore("model");
        store.restoreAll(broker.changelog);
        this.shelf = new Shelf(new LoggedStore(store, buffer), SETTINGS);
    }

    boolean done() {
        return next >= inbox.size();
    }

    long next() {
        return next;
    }

    void step() {
        InboxRecord record = inbox.get((int) next++);
        @Nullable Bytes key = record.key() == null ? null : Bytes.wrap(record.key());
        Turn turn = turns.of(key == null ? null : shelf.get(key), record, committed);
        if (key != null && turn.after() != null && turn.bytes() != null) {
            shelf.put(key, turn.after(), turn.bytes());
        }
        turn.outputs().forEach(buffer::send);
    }

    /** Flushes, then commits unless somebody else owns the partition by now. */
    boolean commit() {
        broker.acceptAll(buffer);
        if (generation != broker.owner) {
            return false;
        }
        broker.committed = next;
        committed = next;
        return true;
    }

    void letGo() {
        shelf.letGo(next * 1_000, 100, committed, generation == broker.owner ? Long.MAX_VALUE : 0);
    }
}
