package errand.runtime.work;

import errand.agent.Capability;
import errand.agent.Outcome;
import errand.agent.Reconciliation;
import errand.events.TaskRequested;
import errand.schemas.serde.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;

/**
 * Effects that no transaction of the agent holds: that one is begun is written down before it, and
 * whoever finds it begun asks the business before doing, or giving up, anything.
 */
final class Reconciling {

    private final Inbox inbox;
    private final CapabilityTable table;
    private final Performance performance;
    private final Clock clock;

    Reconciling(Inbox inbox, CapabilityTable table, Performance performance, Clock clock) {
        GeneratedClasses.trust();
        this.inbox = inbox;
        this.table = table;
        this.performance = performance;
        this.clock = clock;
    }

    /** Whether the task may have happened already; from now on it counts as begun. */
    boolean begun(CapabilityTable.Row row, TaskRequested asked) throws Exception {
        return row.capability().reconciliation() != null
                && inbox.begin(asked.getTaskId(), bytes(asked));
    }

    /**
     * What came of a task that is only known by its id; empty when it was not begun, or not done.
     */
    Optional<Outcome<?>> found(String taskId) throws Exception {
        byte[] asked = inbox.begun(taskId).orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        TaskRequested task = TaskRequested.fromByteBuffer(ByteBuffer.wrap(asked));
        return found(table.row(task.getCapability()), task);
    }

    /** What came of a task that was begun before; empty when it has not happened. */
    @SuppressWarnings("unchecked") // the table pairs each hook with its record types
    Optional<Outcome<?>> found(CapabilityTable.Row row, TaskRequested asked) throws Exception {
        Capability<Object, Object> capability = (Capability<Object, Object>) row.capability();
        Reconciliation<Object, Object> hook = capability.reconciliation();
        if (hook == null) {
            return Optional.empty();
        }
        Object input = performance.input(row, asked);
        var task = performance.task(asked, ConsentCheck.terms(row, asked), clock.instant());
        return hook.find(input, task).map(outcome -> outcome);
    }

    private static byte[] bytes(TaskRequested asked) {
        try {
            ByteBuffer buffer = asked.toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
