package errand.runtime.work;

import errand.agent.TransientFailure;
import errand.events.TaskRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of whatever was thrown at a task whether it may pass, and in which words. */
final class Rejections {

    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

    private final CapabilityTable table;

    Rejections(CapabilityTable table) {
        this.table = table;
    }

    /**
     * Why it was not done.
     *
     * @throws InterruptedException when the process is stopping: then it was not rejected
     */
    Rejected of(TaskRequested asked, Exception thrown) throws InterruptedException {
        if (thrown instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (thrown instanceof Rejected rejected) {
            return changed(asked, rejected);
        }
        if (thrown instanceof TransientFailure passing) {
            return Rejected.unavailable(
                    passing.code(), String.valueOf(passing.getMessage()), passing);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("Stopped while at task " + asked.getTaskId());
        }
        if (Trouble.isPassing(thrown)) {
            return Rejected.unavailable("UNAVAILABLE", said(asked, thrown), thrown);
        }
        LOG.error("Agent '{}' failed at task '{}'", table.agent(), asked.getTaskId(), thrown);
        return Rejected.broken("AGENT_FAULT", said(asked, thrown), thrown);
    }

    /** What fitted the agent that the plan was checked against and does not fit this one. */
    private Rejected changed(TaskRequested asked, Rejected rejected) {
        String planned = asked.getVersion();
        boolean about =
                rejected.code().equals("INPUT_INVALID")
                        || rejected.code().equals("UNKNOWN_CAPABILITY");
        if (!about || planned == null || planned.equals(table.version())) {
            return rejected;
        }
        return Rejected.invalid(
                "CAPABILITY_CHANGED",
                "The plan was checked against version %s of agent '%s', and version %s is here now. %s Nothing was done; say it again, and it is planned anew."
                        .formatted(planned, table.agent(), table.version(), rejected.text()));
    }

    private static String said(TaskRequested asked, Throwable thrown) {
        Throwable what =
                thrown instanceof Performance.HandlerBroke && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return "'%s' failed: %s: %s"
                .formatted(
                        asked.getCapability(), what.getClass().getSimpleName(), what.getMessage());
    }
}
